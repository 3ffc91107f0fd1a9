import type { IncomingMessage } from 'node:http';
import { fault } from '@skillstream/runtime';

/** What there is of a body: all of it, or its beginning; the rest is still in the request. */
export type ReadBody = { bytes: Buffer; complete: boolean; release: () => void };

export type SmallBodies = {
  /** A body of so many bytes at most is read before its part hears of it. */
  smallBytes: number;
  /** The most that all of them may have here at a time. */
  mostHeldBytes: number;
};

export const smallBodies: SmallBodies = { smallBytes: 256 * 1024, mostHeldBytes: 32 * 1024 * 1024 };

/**
 * Reads small bodies whole, so that whoever is slow to send one keeps none of a part's places meanwhile: bytes are what
 * it costs, and those that all callers together have here are bounded.
 */
export const createReadSmall = ({ smallBytes, mostHeldBytes }: SmallBodies = smallBodies) => {
  let heldBytes = 0;
  /**
   * @returns what has come when the body is complete, larger than a small one, or its sender gone (then incomplete);
   * `release` says that it is no longer held
   * @throws SkillstreamError `overloaded` when too much is held
   */
  return (req: IncomingMessage): Promise<ReadBody> =>
    new Promise((resolve, reject) => {
      const blocks: Buffer[] = [];
      let size = 0;
      let released = false;
      const release = () => {
        if (!released) heldBytes -= size;
        released = true;
      };
      const stop = () => {
        req.pause();
        req.off('data', take).off('end', ended).off('close', left).off('error', left);
      };
      const finish = (complete: boolean) => {
        stop();
        resolve({ bytes: Buffer.concat(blocks), complete, release });
      };
      const ended = () => finish(true);
      const left = () => finish(false);
      const take = (block: Buffer) => {
        blocks.push(block);
        size += block.length;
        heldBytes += block.length;
        if (size > smallBytes) return finish(false);
        if (heldBytes <= mostHeldBytes) return;
        stop();
        release();
        reject(fault('overloaded', 'As many requests are on their way as can be held'));
      };
      if (req.destroyed) return finish(false);
      req.on('data', take).on('end', ended).on('close', left).on('error', left);
    });
};

export type ReadSmall = ReturnType<typeof createReadSmall>;
