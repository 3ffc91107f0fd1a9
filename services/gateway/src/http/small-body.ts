import type { IncomingMessage } from 'node:http';
import type { Capacity } from '@skillstream/http';

/** The bytes read of a body: all of it, or its beginning; the rest is still in the request. */
export type ReadBody = { bytes: Buffer; complete: boolean; release: () => void };

/** A body of at most so many bytes is read before its upstream is called. */
const SMALL_BYTES = 256 * 1024;

/**
 * Reads small bodies completely, so that a slow sender takes no bulkhead slot of an upstream meanwhile. That costs
 * memory, which is bounded for one client and for all together.
 */
export const createReadSmall =
  (bodies: Capacity, smallBytes = SMALL_BYTES) =>
  /**
   * @param client whose body it is, as limits identify clients
   * @returns the bytes read when the body is complete, larger than a small one, or its client gone (then incomplete);
   * call `release` when they are no longer needed
   * @throws SkillstreamError `overloaded` when the client, or all clients, exceed the memory
   */
  (req: IncomingMessage, client: string): Promise<ReadBody> =>
    new Promise((resolve, reject) => {
      const blocks: Buffer[] = [];
      let size = 0;
      const account = bodies.open(client);
      const stop = () => {
        req.pause();
        req.off('data', take).off('end', ended).off('close', left).off('error', left);
      };
      const finish = (complete: boolean) => {
        stop();
        resolve({ bytes: Buffer.concat(blocks), complete, release: account.giveBack });
      };
      const ended = () => finish(true);
      const left = () => finish(false);
      const take = (block: Buffer) => {
        try {
          account.take(block.length);
        } catch (refusal) {
          stop();
          account.giveBack();
          return reject(refusal as Error);
        }
        blocks.push(block);
        size += block.length;
        if (size > smallBytes) finish(false);
      };
      if (req.destroyed) return finish(false);
      req.on('data', take).on('end', ended).on('close', left).on('error', left);
    });

export type ReadSmall = ReturnType<typeof createReadSmall>;
