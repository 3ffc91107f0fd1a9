import { sleep } from '@skillstream/async';
import type { PostingInput } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { sendBatch, type BatchOutcome } from '../load/send-batch.ts';
import { runOpenLoop } from './open-loop.ts';
import type { Schedule } from './schedule.ts';
import { addResult, type SendCounts } from './send-counts.ts';

export type GeneratorOptions = {
  at: GatewayAccess;
  schedule: Schedule;
  /** As many as the schedule has, at least. */
  postings: Iterator<PostingInput>;
  counts: SendCounts;
  /** Called about twenty times a second. @param lateMs how late the oldest posting is that is sent now */
  onTick: (lateMs: number) => void;
  signal: AbortSignal;
  /** How long results are waited for after the last posting was due. */
  patienceMs: number;
};

// Nothing was sent where no connection was made; after any other end a posting may have arrived.
const isAway = ({ reason }: Extract<BatchOutcome, { complete: false }>): boolean =>
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(reason);

/**
 * Sends made-up postings as the schedule has them, and counts what becomes of each. None is sent twice: a posting
 * without a result is counted as that.
 * @returns the time that it took, in milliseconds, up to the last posting that was due
 * @throws CliError when the gateway refuses the postings, or is none
 */
export const runGenerator = async (options: GeneratorOptions): Promise<number> => {
  const { at, schedule, postings, counts, onTick, signal, patienceMs } = options;
  const nowMs = () => performance.now();
  const startedMs = nowMs();
  let taken = 0;
  let waiting = 0;

  /** The postings of a range; those before it that were not sent are passed over, so an index is always the same. */
  const take = (from: number, to: number): PostingInput[] => {
    for (; taken < from; taken += 1) postings.next();
    const found: PostingInput[] = [];
    for (; taken < to; taken += 1) found.push(postings.next().value as PostingInput);
    return found;
  };

  const send = async (from: number, to: number, dueAt: (index: number) => number) => {
    const lines = take(from, to).map((posting, i) => ({
      line: i + 1,
      bytes: Buffer.from(JSON.stringify(posting)),
    }));
    let open = lines.length;
    waiting += open;
    try {
      const outcome = await sendBatch(at, lines, (result, index) => {
        open -= 1;
        waiting -= 1;
        addResult(counts, result, nowMs() - dueAt(from + index));
      });
      if (outcome.complete) return;
      counts.reason = outcome.reason;
      counts[isAway(outcome) ? 'notSent' : 'unanswered'] += open;
    } finally {
      waiting -= open;
    }
  };
  const onNotSent = (from: number, to: number) => {
    counts.notSent += to - from;
    counts.reason ??=
      'as many requests as may are open: the gateway responds more slowly than postings are due';
  };

  // A signal ends the wait, and is no error.
  const pause = (ms: number, over: AbortSignal) => sleep(ms, over).catch(() => undefined);
  const { open } = await runOpenLoop({ schedule, send, onNotSent, onTick, nowMs, sleep: pause, signal });
  const tookMs = nowMs() - startedMs;
  const over = new AbortController();
  await Promise.race([open, pause(patienceMs, over.signal)]).finally(() => over.abort());
  open.catch(() => undefined);
  if (waiting > 0) counts.reason = `no result within ${Math.round(patienceMs / 1000)} s after the end`;
  counts.unanswered += waiting;
  return tookMs;
};
