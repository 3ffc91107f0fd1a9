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

const MOST_CHARS = 300;

/** What best explains in a log why a process ended: its crash report, else the most telling line, else the last. */
export const errorLine = (log: string): string => {
  const crash = crashIn(log);
  if (crash !== undefined) return crash;
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  for (const pattern of telling) {
    const found = lines.findLast((line) => pattern.test(line));
    if (found !== undefined) return found.trim().slice(0, MOST_CHARS);
  }
  return (lines.at(-1) ?? '').trim().slice(0, MOST_CHARS);
};

const CRASH = 'crash report: ';

/** The summary of the last crash report of a log; undefined where there is none. */
const crashIn = (log: string): string | undefined => {
  const line = log.split('\n').findLast((one) => one.includes('"msg":"crash report"'));
  try {
    const { report } = JSON.parse(line ?? '{}') as { report?: { summary?: unknown } };
    return typeof report?.summary === 'string' ? report.summary.slice(0, MOST_CHARS) : undefined;
  } catch {
    return undefined;
  }
};

/** What a container left for Kubernetes when it crashed; other texts there are tails of its log. */
const crashOf = ({ status }: Pod): string | undefined =>
  (status.containerStatuses ?? [])
    .map(({ state, lastState }) => (state?.terminated ?? lastState?.terminated)?.message ?? '')
    .find((message) => message.startsWith(CRASH))
    ?.slice(CRASH.length)
    .split('\n')[0]
    ?.slice(0, MOST_CHARS);

const hasEnded = ({ status }: Pod): boolean =>
  (status.containerStatuses ?? []).some(
    ({ ready, state, lastState }) => !ready && (state?.terminated ?? lastState?.terminated) !== undefined,
  );

/** The last error of each pod that ended and is not running again, from the log of its previous container. */
export const lastErrorsOfPods = async (run: RunTool, namespace: string, pods: readonly Pod[]) => {
  const words = new Map<string, string>();
  await Promise.all(
    pods.filter(hasEnded).map(async (pod) => {
      const { name } = pod.metadata;
      const crash = crashOf(pod);
      if (crash !== undefined) return void words.set(name, crash);
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
