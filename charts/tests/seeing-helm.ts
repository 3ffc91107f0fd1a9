import { execFile } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { withoutKubeconfig } from './config.ts';
import { copyOf, loadedImages, type Values } from './helm.ts';
import type { Manifest } from './manifest.ts';

export type Seeing = { address: string; program?: string; chart?: string; release?: string };

/**
 * What helm prints that can look into a cluster. It does not block: a stand-in of this process may be asked.
 * @param words the command and its options, before the release
 * @throws Error with what helm says when it refuses
 */
export const helmSeeing = (seeing: Seeing, words: string[], values: Values): Promise<string> =>
  new Promise((resolve, reject) => {
    const { address, program = 'helm', chart = 'skillstream', release = 'sk' } = seeing;
    // A stand-in for a cluster has no schemas.
    const options = ['--dry-run=server', '--disable-openapi-validation', '--kube-apiserver', address];
    const args = [...words, release, copyOf(chart), ...options, ...loadedImages, '--values', '-'];
    const env = withoutKubeconfig();
    const child = execFile(program, args, { maxBuffer: 64 << 20, env }, (error, out, complaint) =>
      error ? reject(new Error(complaint)) : resolve(out),
    );
    child.stdin!.end(JSON.stringify(values));
  });

/** What a release in the namespace `demo` would have, by the command of charts/README.md. */
export const renderSeeing = async (seeing: Seeing, values: Values = {}): Promise<Manifest[]> => {
  const out = await helmSeeing(seeing, ['template', '--is-upgrade', '--namespace', 'demo'], values);
  return parseAllDocuments(out, { version: '1.1' }).flatMap((one) => (one.toJS() as Manifest | null) ?? []);
};
