import type { Bulkhead } from '@skillstream/http';
import type { IncomingMessage } from 'node:http';

/** What there is of a body: all of it, or its beginning; the rest is still in the request. */
export type ReadBody = { bytes: Buffer; complete: boolean; release: () => void };

/** A body of so many bytes at most is read before its upstream hears of it. */
const SMALL_BYTES = 256 * 1024;

/**
 * Reads small bodies whole, so that whoever is slow to send one keeps none of an upstream's places meanwhile: bytes
 * are what it costs, and those that one client and all together have here are bounded.
 */
export const createReadSmall =
  (bodies: Bulkhead, smallBytes = SMALL_BYTES) =>
  /**
   * @param client whose body it is, as limits count clients
   * @returns what has come when the body is complete, larger than a small one, or its sender gone (then incomplete);
   * `release` says that it is no longer held
   * @throws SkillstreamError `overloaded` when the client, or all, have too much here
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
