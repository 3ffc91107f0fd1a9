import type { IncomingMessage } from 'node:http';

const GATHERED_BYTES = 16 * 1024;
/** As large a piece costs little more than its bytes. */
const LARGE_BYTES = 1024;

/**
 * Has a body come in blocks of what was read at once, however small the chunks are that its sender cut it into. Node
 * gives each chunk a Buffer of its own, a hundred times as large as a chunk of one byte, to whoever keeps it and to
 * whoever hands it on.
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
      // Node's parser gives ticks and microtasks their turn after each chunk; a turn of the loop is what was read at
      // once.
      setImmediate(endTurn);
    }
    bytes += chunk.copy(room, bytes);
    return req.readableLength + bytes < req.readableHighWaterMark;
  };
};
