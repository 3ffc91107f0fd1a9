import type { RunTool } from './run-tool.ts';
import type { Pod } from './workloads.ts';

// The most telling first: a full disk causes many exceptions, and a stack trace is longer than its cause.
const telling = [
  /No space left on device/,
  /^config: /,
  /FATAL|\bfatal\b/,
  /[Ee]xception/,
  /\b[Ee]rror\b|ERROR/,
];

/** The line of a log that best explains why a process ended; its last line where none is an error. */
export const errorLine = (log: string): string => {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  for (const pattern of telling) {
    const found = lines.findLast((line) => pattern.test(line));
    if (found !== undefined) return found.trim().slice(0, 300);
  }
  return (lines.at(-1) ?? '').trim().slice(0, 300);
};

const hasEnded = ({ status }: Pod): boolean =>
  (status.containerStatuses ?? []).some(
    ({ ready, state, lastState }) => !ready && (state?.terminated ?? lastState?.terminated) !== undefined,
  );

/** The last error of each pod that ended and is not running again, from the log of its previous container. */
export const lastErrorsOfPods = async (run: RunTool, namespace: string, pods: readonly Pod[]) => {
  const words = new Map<string, string>();
  await Promise.all(
    pods.filter(hasEnded).map(async ({ metadata: { name } }) => {
      for (const life of ['--previous', '--previous=false']) {
        const { code, out } = await run('kubectl', ['logs', '-n', namespace, name, life, '--tail=400']);
        if (code !== 0 || out.trim() === '') continue;
        words.set(name, errorLine(out));
        return;
      }
    }),
  );
  return words;
};
