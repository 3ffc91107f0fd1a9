import { ownHelm4 } from '../config.ts';
import { prepareGoProgram, type GoProgram } from '../go-program.ts';
import { helm } from '../helm.ts';

const helm4: GoProgram = {
  name: 'helm',
  module: 'helm.sh/helm/v4/cmd/helm',
  version: 'v4.3.2',
  takes: 'three minutes or more',
  needs: 'helm 4 needs a Go that can build it (1.26), or its path in SKILLSTREAM_HELM_4',
};

const isVersion = (program: string, major: number) => {
  try {
    return helm(['version', '--short'], '', program).output.startsWith(`v${major}.`);
  } catch {
    return false;
  }
};

/**
 * A helm 4: that of SKILLSTREAM_HELM_4, the one on the PATH, one that an earlier run built, or one that is built now.
 * @throws Error that says what is missing to build it
 */
export const prepareHelm4 = (report: (line: string) => void): string => {
  const own = ownHelm4();
  const found = [...(own ? [own] : []), 'helm', 'helm4'].find((program) => isVersion(program, 4));
  return found ?? prepareGoProgram(helm4, report);
};
