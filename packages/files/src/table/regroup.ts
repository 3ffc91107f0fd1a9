/**
 * Joins small blocks and cuts large ones, so that what is done for each is worth it, and does not take long. What came
 * before an error goes before it.
 * @param bytes what a block has, but the last one
 */
export async function* regrouped(blocks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = () => {
    const joined = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    [parts, size] = [[], 0];
    return joined;
  };
  try {
    for await (const block of blocks)
      for (let at = 0; at < block.length;) {
        const part = block.subarray(at, at + bytes - size);
        parts.push(part);
        size += part.length;
        at += part.length;
        if (size === bytes) yield take();
      }
  } catch (error) {
    if (size > 0) yield take();
    throw error;
  }
  if (size > 0) yield take();
}
