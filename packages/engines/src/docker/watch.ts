import { sleep } from '@skillstream/async';
import { messageOf } from '@skillstream/errors';
import type { EngineName, Report } from '../types.ts';

/** An engine to watch: how to probe it, and what its user may do when it does not respond. */
export type Watched = { name: EngineName; ping: () => Promise<void>; advice: string };

const EVERY_MS = 2000;
/** A probe may fail once because the engine, or this machine, is busy. */
const FAILURES_OF_GONE = 2;

const watchOne = async (
  { name, ping, advice }: Watched,
  {
    report,
    onBack,
    everyMs,
    signal,
  }: { report: Report; onBack: () => void; everyMs: number; signal: AbortSignal },
): Promise<void> => {
  let failures = 0;
  while (!signal.aborted) {
    await sleep(everyMs, signal);
    if (signal.aborted) return;
    const silent = await ping().then(() => null, messageOf);
    if (signal.aborted) return;
    if (silent === null) {
      if (failures >= FAILURES_OF_GONE) {
        report(`engines: ${name} answers again`);
        onBack();
      }
      failures = 0;
      continue;
    }
    failures += 1;
    if (failures === FAILURES_OF_GONE)
      report(`engines: ${name} does not answer any more (${silent}); ${advice}`);
  }
};

/**
 * Probes engines that somebody else keeps running, and reports once that one has gone, and once that it is back.
 * @param onBack called with the second
 * @returns `stop`, which resolves when nothing is reported any more
 */
export const watchEngines = (
  watched: readonly Watched[],
  report: Report,
  onBack: (name: EngineName) => void = () => {},
  everyMs = EVERY_MS,
) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const watching = Promise.all(
    watched.map((one) => watchOne(one, { report, onBack: () => onBack(one.name), everyMs, signal })),
  );
  return {
    stop: async (): Promise<void> => {
      stopping.abort();
      await watching;
    },
  };
};
