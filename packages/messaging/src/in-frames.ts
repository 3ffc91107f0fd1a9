const LENGTH_BYTES = 4;

/**
 * Hands on whole answers only, each with its length before it. A kafkajs connection keeps half an answer when it
 * breaks in the middle, and after it is connected again it reads all that follows shifted by that.
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
