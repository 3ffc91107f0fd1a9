import { describe, expect, test } from '@jest/globals';
import type { RunTool } from './run-tool.ts';
import { uninstall } from './uninstall.ts';

/** A namespace with or without a release, and what one left. */
const cluster = ({ release, left }: { release: boolean | 'unknown'; left: boolean }) => {
  const ran: string[] = [];
  const run: RunTool = async (tool, args) => {
    const words = [tool, ...args].join(' ');
    const done = (out: string) => ({ code: 0, out, complaint: '' });
    if (words.startsWith('helm status')) {
      if (release === 'unknown') return { code: 1, out: '', complaint: 'Error: cluster unreachable' };
      return release ? done('deployed') : { code: 1, out: '', complaint: 'Error: release: not found' };
    }
    if (words.startsWith('kubectl get pvc')) return done(left ? 'pvc/data-r-kafka-0\n' : '');
    if (words.startsWith('kubectl get secret')) return done(left ? 'secret/r-engines\n' : '');
    ran.push(words);
    return done(words.startsWith('helm uninstall') ? 'release "r" uninstalled\n' : '');
  };
  return { ran, target: { run, namespace: 'n', release: 'r' } };
};
const uninstalled = 'helm uninstall r -n n --wait';
const deleted = 'kubectl delete -n n --ignore-not-found pvc/data-r-kafka-0 secret/r-engines';

describe('taking a release away', () => {
  test('leaves the volumes with the Secret that opens them, and gives the command that removes both', async () => {
    const { ran, target } = cluster({ release: true, left: true });
    expect(await uninstall(target, { data: false })).toEqual([
      'release "r" uninstalled',
      'the data and their passwords stay in pvc/data-r-kafka-0, secret/r-engines; ' +
        'to delete them: skillstream cluster down -n n --release r --data',
    ]);
    expect(ran).toEqual([uninstalled]);
  });

  test('with its data removes the Secret as well, so that nothing is left', async () => {
    const { ran, target } = cluster({ release: true, left: true });
    expect(await uninstall(target, { data: true })).toEqual([
      'release "r" uninstalled',
      'deleted pvc/data-r-kafka-0, secret/r-engines',
    ]);
    expect(ran).toEqual([uninstalled, deleted]);
  });

  test('removes what a release left that was taken away before: the command that was given works', async () => {
    const { ran, target } = cluster({ release: false, left: true });
    expect(await uninstall(target, { data: true })).toEqual(['deleted pvc/data-r-kafka-0, secret/r-engines']);
    expect(ran).toEqual([deleted]);
  });

  test('says nothing more where nothing is left', async () => {
    const { target } = cluster({ release: true, left: false });
    expect(await uninstall(target, { data: false })).toEqual(['release "r" uninstalled']);
  });

  test('says that there is nothing, and where', async () => {
    const { target } = cluster({ release: false, left: false });
    await expect(uninstall(target, { data: true })).rejects.toThrow('there is no release r in n');
  });

  test('removes no data where helm cannot say whether the release is there', async () => {
    const { ran, target } = cluster({ release: 'unknown', left: true });
    await expect(uninstall(target, { data: true })).rejects.toThrow('cluster unreachable');
    expect(ran).toEqual([]);
  });
});
