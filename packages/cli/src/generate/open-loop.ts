import { dueAtMs, dueBy, type Schedule } from './schedule.ts';

export type OpenLoopDeps = {
  schedule: Schedule;
  /**
   * Sends the postings of a range, each index with the time at which it is due; resolves when each has a result or has
   * none to come. An error ends the loop.
   */
  send: (from: number, to: number, dueAt: (index: number) => number) => Promise<void>;
  /** Called for postings that are due and not sent, because as many requests as may are open. */
  onNotSent: (from: number, to: number) => void;
  /** Called after each look at the clock, with how late the oldest posting of it is, in milliseconds. */
  onTick: (lateMs: number) => void;
  /** A clock in milliseconds. */
  nowMs: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  signal: AbortSignal;
};

/**
 * Requests open at a time: with more, a gateway that does not respond would fill memory. Ingestion allows a caller 32
 * streams: below that, what is too much is not sent, and counted as such, in place of being refused.
 */
export const MOST_OPEN = 24;
/** Postings of one request. */
const MOST_AT_ONCE = 500;
/** What is due within this time is sent together: an open loop of single requests would measure itself. */
export const TICK_MS = 50;

/**
 * Sends postings when they are due, not when those before have a result: a slow platform gets no rest, and its
 * slowness is not hidden. What is late is sent at once; what finds as many requests open as may be is not sent at all,
 * and the schedule goes on.
 * @returns when the last posting was due or the signal came, with the requests that are still open
 * @throws the first error of `send`
 */
export const runOpenLoop = async (deps: OpenLoopDeps): Promise<{ open: Promise<unknown> }> => {
  const { schedule, send, onNotSent, onTick, nowMs, sleep, signal } = deps;
  const startedMs = nowMs();
  const dueAt = (index: number) => startedMs + dueAtMs(index, schedule);
  const open = new Set<Promise<void>>();
  const failed: unknown[] = [];
  let next = 0;
  while (next < schedule.total && !signal.aborted && failed.length === 0) {
    const due = dueBy(nowMs() - startedMs, schedule);
    onTick(due > next ? nowMs() - dueAt(next) : 0);
    while (next < due) {
      const [from, to] = [next, Math.min(due, next + MOST_AT_ONCE)];
      next = to;
      if (open.size >= MOST_OPEN) {
        onNotSent(from, to);
        continue;
      }
      const sending: Promise<void> = send(from, to, dueAt)
        .catch((error: unknown) => void failed.push(error))
        .finally(() => open.delete(sending));
      open.add(sending);
    }
    if (next < schedule.total) await sleep(Math.max(TICK_MS, dueAt(next) - nowMs()), signal);
  }
  if (failed.length > 0) throw failed[0];
  return {
    open: Promise.all(open).then(() => {
      if (failed.length > 0) throw failed[0];
    }),
  };
};
