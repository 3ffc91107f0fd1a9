/**
 * Joins small blocks, and leaves large ones as they are: what is done for each block is then worth it. What came
 * before an error goes before it.
 */
export async function* regrouped(blocks: AsyncIterable<Buffer>, leastBytes: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = () => {
    const joined = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    [parts, size] = [[], 0];
    return joined;
  };
  try {
    for await (const block of blocks) {
      parts.push(block);
      size += block.length;
      if (size >= leastBytes) yield take();
    }
  } catch (error) {
    if (size > 0) yield take();
    throw error;
  }
  if (size > 0) yield take();
}
