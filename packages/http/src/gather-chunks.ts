import type { IncomingMessage } from 'node:http';

const GATHERED_BYTES = 16 * 1024;
/** A block of this size costs little more than its bytes. */
const LARGE_BYTES = 1024;

/**
 * Merges the chunks of a body into blocks of what one read returned, however small the sender made them. Node
 * allocates a Buffer for each chunk, a hundred times the size of a one-byte chunk, for all code that stores or
 * forwards it.
 */
export const gatherChunks = (req: IncomingMessage): void => {
  if (req.headers['transfer-encoding'] === undefined) return;
  const push = req.push.bind(req);
  let room: Buffer | null = null;
  let bytes = 0;
  const flush = () => {
    if (bytes === 0) return;
    const block = Buffer.from(room!.subarray(0, bytes));
    bytes = 0;
    push(block);
  };
  const endTurn = () => {
    flush();
    room = null;
  };
  req.push = (chunk: Buffer | null): boolean => {
    if (chunk === null || chunk.length >= LARGE_BYTES || bytes + chunk.length > GATHERED_BYTES) flush();
    if (chunk === null || chunk.length >= LARGE_BYTES) return push(chunk);
    if (room === null) {
      room = Buffer.allocUnsafe(GATHERED_BYTES);
      // Node's parser runs ticks and microtasks after each chunk; all chunks of one read arrive within a turn of the
      // loop.
      setImmediate(endTurn);
    }
    bytes += chunk.copy(room, bytes);
    return req.readableLength + bytes < req.readableHighWaterMark;
  };
};
