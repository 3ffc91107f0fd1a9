// Of a longer line a part is given on: rows are bounded anyway.
const MOST_HELD = 1024 * 1024;

/**
 * The same bytes in blocks that end where a line does, so that what is told of a line does not depend on where a block
 * began. What stands behind the last line end of a block waits for the next; of a longer line than a megabyte it does
 * not.
 */
export async function* wholeLines(blocks: AsyncIterable<Buffer>, newline: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  const add = (bytes: Buffer): void => {
    if (bytes.length > 0) held.push(bytes);
    size += bytes.length;
  };
  const take = (): Buffer => {
    const [first] = held;
    const bytes = held.length === 1 ? first! : Buffer.concat(held);
    [held, size] = [[], 0];
    return bytes;
  };
  let fault: unknown = null;
  try {
    for await (const block of blocks) {
      const end = block.lastIndexOf(newline) + 1;
      add(block.subarray(0, end));
      if (end > 0) yield take();
      add(block.subarray(end));
      if (size > MOST_HELD) yield take();
    }
  } catch (error) {
    fault = error;
  }
  // What was read goes on, also where no more can be.
  if (size > 0) yield take();
  if (fault !== null) throw fault as Error;
}
