// Preloaded into each service of an attack run (`--import`), and into nothing else: writes down every stretch of its
// event loop between two ticks of a timer that took more CPU of its own thread than LEAST_MS. Time in which others
// had the processor does not count.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 10;
const LEAST_MS = 50;

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Calls back with each stretch that was too long. @returns what ends the watch */
export const watchLoop = (
  tell: (block: { fromMs: number; toMs: number; cpuMs: number }) => void,
  leastMs = LEAST_MS,
): (() => void) => {
  let last = { atMs: Date.now(), cpuMs: cpuMs() };
  const timer = setInterval(() => {
    const now = { atMs: Date.now(), cpuMs: cpuMs() };
    const took = now.cpuMs - last.cpuMs;
    if (took >= leastMs) tell({ fromMs: last.atMs, toMs: now.atMs, cpuMs: Math.round(took) });
    // What the telling took is no part of the next stretch.
    last = { atMs: Date.now(), cpuMs: cpuMs() };
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
};

const folder = process.env['SKILLSTREAM_LOOP_WATCH'];
if (folder !== undefined && isMainThread) {
  const file = join(folder, `${process.pid}.ndjson`);
  watchLoop((block) => appendFileSync(file, `${JSON.stringify(block)}\n`));
}
