import type { Worker } from 'node:worker_threads';
import { backoffMs, sleep } from '@skillstream/async';
import { appError, messageOf } from '@skillstream/errors';
import { type Log } from '@skillstream/runtime';

/** Messages of a thread: it is ready for queries, or a result. */
export type FromThread = 'ready' | { result: string };

type ThreadSettings = {
  start: () => Worker;
  log: Log;
  /** Maximum number of queries that wait for the running one; the next is `overloaded`. */
  mostWaiting: number;
  /** Time limit for waiting, and again for running, in milliseconds. */
  timeoutMs: number;
  backoff?: { firstMs: number; maxMs: number };
};

type Job<Q> = {
  request: Q;
  resolve: (result: string) => void;
  reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
};

/**
 * Runs queries on a separate thread, one at a time, so that they do not block the event loop. A thread that dies, or
 * exceeds the time limit, is replaced; only its current query is lost.
 */
export const createWorkerThread = <Q>(settings: ThreadSettings) => {
  const { log, mostWaiting, timeoutMs, backoff = { firstMs: 100, maxMs: 5000 } } = settings;
  const stopped = new AbortController();
  const waiting: Job<Q>[] = [];
  let running: Job<Q> | null = null;
  let idle: Worker | null = null;
  let thread: Worker | null = null;
  let failures = 0;

  const next = () => {
    if (!idle || running) return;
    const job = waiting.shift();
    if (!job) return;
    clearTimeout(job.timer);
    const asked = idle;
    running = job;
    idle = null;
    job.timer = setTimeout(() => {
      job.reject(appError('overloaded', `The text was not tagged within ${timeoutMs} ms`));
      thread = null;
      void asked.terminate();
    }, timeoutMs);
    asked.postMessage(job.request);
  };

  const end = (finish: (job: Job<Q>) => void) => {
    if (!running) return;
    clearTimeout(running.timer);
    finish(running);
    running = null;
  };

  const begin = () => {
    const made = settings.start();
    thread = made;
    made.on('message', (message: FromThread) => {
      // A thread that is being terminated may still send a message.
      if (made !== thread) return;
      if (message !== 'ready') {
        failures = 0;
        end((job) => job.resolve(message.result));
      }
      idle = made;
      next();
    });
    made.on('error', (error) => log.error({ error: messageOf(error) }, 'the thread that tags texts failed'));
    made.on('exit', () => void again());
  };

  const again = async () => {
    [idle, thread] = [null, null];
    end((job) => job.reject(appError('unavailable', 'The thread that tags texts has ended')));
    await sleep(backoffMs(failures++, backoff, Math.random()), stopped.signal);
    if (!stopped.signal.aborted) begin();
  };

  const leave = (job: Job<Q>, error: Error) => {
    const at = waiting.indexOf(job);
    if (at < 0) return;
    waiting.splice(at, 1);
    clearTimeout(job.timer);
    job.reject(error);
  };

  /**
   * @param gone removes the query from the waiting ones when its client has left
   * @throws SkillstreamError `overloaded` when too many wait, or one for too long; `unavailable` when the thread ends
   */
  const ask = (request: Q, gone?: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      if (stopped.signal.aborted) throw appError('unavailable', 'The service is stopping');
      if (waiting.length >= mostWaiting)
        throw appError('overloaded', `${mostWaiting} texts wait to be tagged`);
      const job: Job<Q> = { request, resolve, reject };
      job.timer = setTimeout(
        () => leave(job, appError('overloaded', `The text waited ${timeoutMs} ms to be tagged`)),
        timeoutMs,
      );
      gone?.addEventListener(
        'abort',
        () => leave(job, appError('overloaded', 'Nobody waits for the answer')),
        {
          once: true,
        },
      );
      waiting.push(job);
      next();
    });

  return {
    start: () => {
      if (!thread) begin();
    },
    ask,
    /** Terminates the thread; waiting queries fail with `unavailable`. */
    stop: async (): Promise<void> => {
      stopped.abort();
      for (const job of [...waiting]) leave(job, appError('unavailable', 'The service is stopping'));
      await thread?.terminate();
    },
  };
};

export type AskThread<Q> = ReturnType<typeof createWorkerThread<Q>>;
