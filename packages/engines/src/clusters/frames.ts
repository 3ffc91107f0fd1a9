/** A request of Kafka's protocol as bytes, its length in front. */
export type Frame = Buffer;

/** Kafka's number of the request EndTxn, by which a producer commits or aborts. */
export const endTxn = 26;

/** The API key of a request: Produce is 0, EndTxn 26. */
export const apiKeyOf = (frame: Frame): number => frame.readInt16BE(4);

/** Cuts a stream into whole requests: give it each chunk, and it gives back the requests that are complete by it. */
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
