/**
 * Reads the beginning of a stream of blocks without taking it away.
 * @param mostBytes how much is looked at; less where the stream is shorter, or fails before
 * @returns the beginning, whether the stream ends with it, and blocks that are all of the stream; where it failed they
 *   end with that error, after all that came before it
 * @throws that error where nothing came before it
 */
export const peek = async (blocks: AsyncIterable<Buffer>, mostBytes: number) => {
  const iterator = blocks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let size = 0;
  let ended = false;
  let failed: { error: unknown } | null = null;
  while (!ended && !failed && size < mostBytes) {
    const next = await iterator.next().catch((error: unknown) => void (failed = { error }));
    if (!next) continue;
    if (next.done) ended = true;
    else {
      seen.push(next.value);
      size += next.value.length;
    }
  }
  if (failed && size === 0) throw (failed as { error: unknown }).error;
  async function* all(): AsyncGenerator<Buffer> {
    yield* seen;
    if (failed) throw (failed as { error: unknown }).error;
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return {
    beginning: Buffer.concat(seen).subarray(0, mostBytes),
    whole: size <= mostBytes && (ended || failed !== null),
    blocks: all(),
  };
};
