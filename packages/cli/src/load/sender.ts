import { createBackoff, sleep } from '@skillstream/async';
import type { GatewayAccess } from '../gateway/access.ts';
import { askedPauseMs } from '../gateway/ask-gateway.ts';
import { CliError } from '../terminal/cli-error.ts';
import { sendBatch, type Line, type Settled } from './send-batch.ts';

export type SenderOptions = {
  at: GatewayAccess;
  maxLines: number;
  maxBytes: number;
  /** How long nothing at all may be taken before the load gives up. */
  patienceMs: number;
  backoff: { firstMs: number; maxMs: number };
  /** @param bytes of the line that it is about */
  onResult: (result: Settled, bytes: number) => void | Promise<void>;
  onWaiting: (reason: string) => void;
};

/**
 * Sends lines in batches, one request at a time, in their order; while one is on its way the next is filled.
 * Lines without an answer are sent again: ingestion says "unchanged" to one that it had taken.
 */
export const createSender = (options: SenderOptions) => {
  let batch: Line[] = [];
  let bytes = 0;
  let sending: Promise<void> = Promise.resolve();

  const deliver = async (lines: Line[]) => {
    let open = lines;
    const backoff = createBackoff(options.backoff);
    let lastProgressMs = performance.now();
    while (open.length > 0) {
      const answered = new Set<number>();
      const sent = open;
      const ending = await sendBatch(options.at, sent, async (result, index) => {
        if (answered.has(index)) return;
        answered.add(index);
        await options.onResult(result, sent[index]!.bytes.length);
      });
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
      const askedMs = ending.retryAfterSeconds ? askedPauseMs(ending.retryAfterSeconds) : 0;
      await sleep(askedMs + backoff.nextMs());
    }
  };

  const flush = async () => {
    await sending;
    const lines = batch;
    [batch, bytes] = [[], 0];
    sending = deliver(lines);
    // Whoever waits next hears of a failure; until then it must not count as unhandled.
    sending.catch(() => undefined);
  };
  return {
    add: async (line: Line): Promise<void> => {
      batch.push(line);
      bytes += line.bytes.length;
      if (batch.length >= options.maxLines || bytes >= options.maxBytes) await flush();
    },
    /** Sends what is left; resolves when all has an answer. */
    end: async (): Promise<void> => {
      await flush();
      await sending;
    },
  };
};
