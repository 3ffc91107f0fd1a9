import { backoffMs, sleep } from '@skillstream/async';
import { appError, messageOf } from '@skillstream/errors';
import type { Worker } from 'node:worker_threads';
import { type Log } from '@skillstream/runtime';

/** What a thread says: that it can be asked, or what was asked for. */
export type FromThread = 'ready' | { result: string };

type ThreadSettings = {
  start: () => Worker;
  log: Log;
  /** Questions that wait for the one that is being answered; the next is `overloaded`. */
  mostWaiting: number;
  /** From the moment a question is asked: for waiting, and again for its answer. */
  timeoutMs: number;
  backoff?: { firstMs: number; maxMs: number };
};

type Job<Q> = {
  tagQuery: Q;
  resolve: (result: string) => void;
  reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
};

/**
 * Lets a thread of its own answer questions, one at a time, so that nothing else of the process waits for them. A
 * thread that dies, or does not answer in time, is ended and another is started; only the question that it was at
 * is lost.
 */
export const createAskThread = <Q>(settings: ThreadSettings) => {
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
    asked.postMessage(job.tagQuery);
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
      // One that is being ended may still have something to say.
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
   * @param gone ends the waiting of who does not want the answer any more
   * @throws SkillstreamError `overloaded` when too many wait, or one for too long; `unavailable` when the thread ends
   */
  const ask = (tagQuery: Q, gone?: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      if (stopped.signal.aborted) throw appError('unavailable', 'The service is stopping');
      if (waiting.length >= mostWaiting)
        throw appError('overloaded', `${mostWaiting} texts wait to be tagged`);
      const job: Job<Q> = { tagQuery, resolve, reject };
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
    /** Ends the thread; whoever waits for an answer hears that there is none. */
    stop: async (): Promise<void> => {
      stopped.abort();
      for (const job of [...waiting]) leave(job, appError('unavailable', 'The service is stopping'));
      await thread?.terminate();
    },
  };
};

export type AskThread<Q> = ReturnType<typeof createAskThread<Q>>;
