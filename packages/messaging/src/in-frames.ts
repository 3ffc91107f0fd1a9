const LENGTH_BYTES = 4;

/**
 * Passes on complete, length-prefixed responses only. A kafkajs connection that breaks in the middle of a response
 * keeps the first half, and after reconnecting misreads everything that follows.
 */
export const inFrames = (take: (frame: Buffer) => void) => {
  let held: Buffer[] = [];
  let size = 0;
  let wanted = LENGTH_BYTES;
  return (chunk: Buffer): void => {
    held.push(chunk);
    size += chunk.length;
    while (size >= wanted) {
      const all = held.length === 1 ? held[0]! : Buffer.concat(held);
      const whole = LENGTH_BYTES + all.readInt32BE(0);
      held = [all];
      wanted = whole;
      if (size < whole) return;
      take(all.subarray(0, whole));
      held = [all.subarray(whole)];
      size -= whole;
      wanted = LENGTH_BYTES;
    }
  };
};
