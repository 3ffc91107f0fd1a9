import { createBackoff, sleep } from '@skillstream/async';
import type { GatewayAccess } from '../gateway/access.ts';
import { retryPauseMs } from '../gateway/ask-gateway.ts';
import { CliError } from '../terminal/cli-error.ts';
import { sendBatch, type Line, type Settled } from './send-batch.ts';

export type SenderOptions = {
  at: GatewayAccess;
  maxLines: number;
  maxBytes: number;
  /** How long the gateway may accept nothing at all before the load gives up. */
  patienceMs: number;
  backoff: { firstMs: number; maxMs: number };
  /**
   * Called with a result.
   * @param sent the line that it is about
   * @param again whether an attempt before this one may have stored the line
   */
  onResult: (result: Settled, sent: Line, again: boolean) => void | Promise<void>;
  onWaiting: (reason: string) => void;
};

/**
 * Sends lines in batches, one request at a time, in order; while one is in flight the next is filled. Lines without a
 * result are sent again: ingestion returns "unchanged" for one that it had stored.
 */
const createSender = (options: SenderOptions) => {
  let batch: Line[] = [];
  let bytes = 0;
  let sending: Promise<void> = Promise.resolve();

  const deliver = async (lines: Line[]) => {
    let open = lines;
    const backoff = createBackoff(options.backoff);
    let lastProgressMs = performance.now();
    let again = false;
    while (open.length > 0) {
      const answered = new Set<number>();
      const sent = open;
      const ending = await sendBatch(options.at, sent, async (result, index) => {
        if (answered.has(index)) return;
        answered.add(index);
        await options.onResult(result, sent[index]!, again);
      });
      again = true;
      open = open.filter((_, index) => !answered.has(index));
      if (ending.complete || open.length === 0) return;
      if (answered.size > 0) {
        backoff.reset();
        lastProgressMs = performance.now();
      }
      if (performance.now() - lastProgressMs > options.patienceMs)
        throw new CliError(
          `gave up after ${Math.round(options.patienceMs / 1000)} s without progress: ${ending.reason}`,
        );
      options.onWaiting(ending.reason);
      const askedMs = ending.retryAfterSeconds ? retryPauseMs(ending.retryAfterSeconds) : 0;
      await sleep(askedMs + backoff.nextMs());
    }
  };

  const flush = async () => {
    await sending;
    const lines = batch;
    [batch, bytes] = [[], 0];
    sending = deliver(lines);
    // A failure is thrown to the next caller that waits; until then it must not count as an unhandled rejection.
    sending.catch(() => undefined);
  };
  return {
    add: async (line: Line): Promise<void> => {
      batch.push(line);
      bytes += line.bytes.length;
      if (batch.length >= options.maxLines || bytes >= options.maxBytes) await flush();
    },
    /** Sends what is left; resolves when everything has a result. */
    end: async (): Promise<void> => {
      await flush();
      await sending;
    },
  };
};

/** Spreads keys evenly (FNV-1a, 32 bits). */
export const senderOf = (key: string, senders: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  return hash % senders;
};

/** Several senders at once; lines of one key go to one sender, so that versions of a posting keep their order. */
export const createSenders = (senders: number, options: SenderOptions) => {
  const all = Array.from({ length: senders }, () => createSender(options));
  return {
    add: (key: string, line: Line): Promise<void> => all[senderOf(key, senders)]!.add(line),
    end: async (): Promise<void> => {
      const ends = await Promise.allSettled(all.map((sender) => sender.end()));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
};
