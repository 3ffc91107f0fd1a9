import { runPeriodically } from '@skillstream/async';
import { clock, count } from '../../packages/cli/src/terminal/numbers.ts';
import { peakBytes } from '../attack/memory.ts';
import type { Services } from '../platform/platform.ts';
import { megabytes } from './run-checks.ts';

const EVERY_MS = 60_000;

/**
 * Says each minute, with the time, how far the platform is, how fast since the last time, and how much memory
 * ingestion and the command had at most, so that a run that is cut off has shown something.
 * @param command the most bytes that the command had so far
 * @returns what ends it
 */
export const startReports = (
  platform: Services,
  { name, command, say }: { name: string; command: () => number; say: (text: string) => void },
) => {
  let [atMs, accepted, counted] = [Date.now(), 0, 0];
  const report = async (): Promise<void> => {
    const { total, linking } = await platform.ledger();
    const seconds = (Date.now() - atMs) / 1000;
    const rate = (now: number, before: number) => `${Math.round((now - before) / seconds)}/s`;
    const peak = peakBytes(platform.service('ingestion').pid()) ?? 0;
    say(
      `${clock(new Date())} ${name}: ${count(total.accepted)} accepted (${rate(total.accepted, accepted)}), ` +
        `${count(total.counted)} counted (${rate(total.counted, counted)}), ${count(linking?.waiting ?? 0)} to link, ` +
        `at most ${megabytes(peak)} of ingestion, ${megabytes(command())} of the command`,
    );
    [atMs, accepted, counted] = [Date.now(), total.accepted, total.counted];
  };
  const worker = runPeriodically(report, {
    everyMs: EVERY_MS,
    onError: (error) => {
      say(`${clock(new Date())} ${name}: the ledger does not answer (${(error as Error).message})`);
    },
  });
  worker.start();
  return worker.stop;
};
