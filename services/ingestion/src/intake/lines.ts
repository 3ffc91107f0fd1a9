import { appError } from '@skillstream/errors';
import { isBlank, splitLines, type NdjsonLine } from '@skillstream/contracts/ndjson';

/** Whoever has nothing to say for hours may send one a second, to keep a connection. */
const MOST_BLANK = 100_000;

/**
 * The lines of a stream of postings. Empty ones carry nothing and are left out, but they count.
 * @param maxBytes a longer line comes without its bytes
 * @param mostBlank empty lines in a row
 * @throws SkillstreamError `too-large` for too many empty lines in a row
 */
export async function* linesOf(
  blocks: AsyncIterable<Buffer>,
  maxBytes: number,
  mostBlank = MOST_BLANK,
): AsyncGenerator<NdjsonLine[]> {
  let blank = 0;
  const saysSomething = ({ bytes }: NdjsonLine): boolean => {
    blank = bytes !== null && isBlank(bytes) ? blank + 1 : 0;
    if (blank > mostBlank) throw appError('too-large', `there are ${mostBlank} empty lines in a row`);
    return blank === 0;
  };
  for await (const lines of splitLines(blocks, maxBytes)) {
    const found = lines.filter(saysSomething);
    if (found.length > 0) yield found;
  }
}
