/** Joins small blocks, and leaves large ones as they are: what is done for each block is then worth it. */
export async function* regrouped(blocks: AsyncIterable<Buffer>, leastBytes: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = () => {
    const joined = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    [parts, size] = [[], 0];
    return joined;
  };
  for await (const block of blocks) {
    parts.push(block);
    size += block.length;
    if (size >= leastBytes) yield take();
  }
  if (size > 0) yield take();
}
