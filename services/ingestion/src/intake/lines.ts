import { isBlank, splitLines, type NdjsonLine } from '@skillstream/contracts/ndjson';
import { appError } from '@skillstream/errors';

/** A client without data may send an empty line every second for hours, to keep its connection open. */
const MOST_BLANK = 100_000;

/**
 * Splits a stream of postings into lines. Empty ones are left out, but count in line numbers.
 * @param maxBytes a longer line is returned without its bytes
 * @param mostBlank the most empty lines in a row
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
