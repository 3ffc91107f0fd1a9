import { prepareGoProgram, type GoProgram } from '../go-program.ts';

const kubeScore: GoProgram = {
  name: 'kube-score',
  module: 'github.com/zegl/kube-score/cmd/kube-score',
  version: 'v1.20.0',
  takes: 'some 40 s',
  needs:
    'kube-score needs Go on the PATH, which builds it: 1.23, or from 1.21 on one that fetches it (https://go.dev/dl; ' +
    'that of Debian 12 is older, in its backports as golang-go)',
};

/** Builds kube-score on first use; the arguments are those of `prepareGoProgram`. */
export const prepareKubeScore = (report: (line: string) => void, cache?: string, path?: string): string =>
  prepareGoProgram(kubeScore, report, cache, path);
