/** A request of Kafka's protocol as bytes, with its length prefix. */
export type Frame = Buffer;

/** Kafka's API key of EndTxn, by which a producer commits or aborts. */
export const endTxn = 26;

/** Returns the API key of a request: Produce is 0, EndTxn 26. */
export const apiKeyOf = (frame: Frame): number => frame.readInt16BE(4);

/** Splits a stream into requests: a function that takes each chunk and returns the requests that it completes. */
export function createFrameReader(): (chunk: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: Frame[] = [];
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const end = 4 + rest.readInt32BE(0);
      frames.push(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    return frames;
  };
}
