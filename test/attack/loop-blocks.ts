import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

/**
 * A stretch of a service's event loop in which it did nothing else, with the CPU of its own thread; times since 1970.
 */
export type Block = { fromMs: number; toMs: number; cpuMs: number };
/** A request and when it was under way. */
export type Flight = { number: number; fromMs: number; toMs: number };

/** What issue 14 allows: one that is blocked for longer loses its place in a group of Kafka sooner or later. */
const MOST_BLOCKED_MS = 250;
const MOST_NAMED = 10;

/** What a service has written down since some time. */
export const readBlocks = (folder: string, pid: number, sinceMs: number): Block[] => {
  let text = '';
  try {
    text = readFileSync(join(folder, `${pid}.ndjson`), 'utf8');
  } catch (error) {
    // Nothing was ever blocked.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const blocks = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Block);
  return blocks.filter(({ fromMs }) => fromMs >= sinceMs);
};

/**
 * A finding for each stretch that was too long, the longest first, with the requests that were under way; first those
 * that came when it began.
 */
export const checkBlocks = (
  service: string,
  blocks: readonly Block[],
  flights: readonly Flight[],
): Finding[] =>
  [...blocks]
    .filter(({ cpuMs }) => cpuMs > MOST_BLOCKED_MS)
    .sort((a, b) => b.cpuMs - a.cpuMs)
    .map(({ fromMs, toMs, cpuMs }) => {
      const numbers = flights
        .filter((one) => one.fromMs <= toMs && one.toMs >= fromMs)
        .sort((a, b) => Math.abs(a.fromMs - fromMs) - Math.abs(b.fromMs - fromMs))
        .map(({ number }) => number);
      const clock = `${toMs - fromMs} ms on the clock`;
      const detail = `for ${cpuMs} ms of CPU (${clock}), with #${numbers.slice(0, MOST_NAMED).join(', #')} under way`;
      return { kind: 'loop blocked', about: service, detail, numbers };
    });
