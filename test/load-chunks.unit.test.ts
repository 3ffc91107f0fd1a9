import { expect, test } from '@jest/globals';
import { chunksOf } from '../packages/dashboard/src/load/chunks-of.ts';
import { openPostings, withoutMark } from '../packages/files/src/index.ts';
import type { OpenOptions } from '../packages/files/src/open-postings.ts';

async function* blocks(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
const open = (text: string, options: Partial<OpenOptions> = {}) =>
  openPostings(withoutMark(blocks(text)), { defaultSource: 'file', ...options });

/** The rows of a text, by the lines that they begin on. */
const rowsOf = async (text: string, options: Partial<OpenOptions> = {}) => {
  const rows: [line: number, row: unknown][] = [];
  for await (const row of (await open(text, options)).lines)
    rows.push([row.line, 'faults' in row ? row.faults.map(({ path }) => path) : row.posting]);
  return rows;
};

const MOST_PREVIEWED = 1_000_000;
/** As the page sends a file, and ingestion reads its parts. */
const inChunks = async (content: string) => {
  const part = content.length > MOST_PREVIEWED;
  const preview = await open(content.slice(0, MOST_PREVIEWED), { part });
  if (preview.format.kind !== 'table') throw new Error('is no table');
  const { kind: _, ...marks } = preview.format;
  const cutting = { encoding: 'UTF-8', marks, firstLine: preview.firstLine };
  const rows: [line: number, row: unknown][] = [];
  let chunks = 0;
  for await (const { text, lineOf } of chunksOf(new Blob([content]), cutting)) {
    chunks += 1;
    const found = await rowsOf(text, { only: 'table', marks, dates: preview.dates });
    for (const [line, row] of found) rows.push([lineOf(line), row]);
  }
  return { rows, chunks };
};

const table = (count: number, row: (i: number) => string[], delimiter: string) =>
  [['id', 'title', 'description'], ...Array.from({ length: count }, (_, i) => row(i))]
    .map((cells) => `${cells.join(delimiter)}\n`)
    .join('');
const broken = (i: number) => [String(i), '', `"We fold\n""boats"", ${i}\n\n${'x'.repeat(i % 700)}"`];
const plain = (i: number) => [String(i), '', `We fold ${i}`];

test.each<[string, string, number]>([
  ['with tabs', table(3000, broken, '\t'), 2],
  ['with tabs, which says so itself', `sep=\t\n${table(50, broken, '\t')}`, 1],
  ['of short rows', table(5000, plain, ';'), 3],
  ['with line breaks in quotes where it is cut', table(9000, broken, ','), 4],
  ['with line ends of Windows', table(3000, plain, ',').replaceAll('\n', '\r\n'), 2],
  ['with old line ends', table(3000, plain, ',').replaceAll('\n', '\r'), 2],
  [
    'with backslashes before quotes, and doubled ones in a later part only',
    table(4500, (i) => [`${i}`, i < 4000 ? '"a \\"b\\""' : '""', `"say \\"${i}\\""`], ','),
    3,
  ],
  [
    'with single quotes, and double ones in a later part only',
    table(4500, (i) => [`'${i}'`, `'a, b'`, i < 4000 ? `'x'` : `'5" x'`], ',').replace(
      'id,title,description',
      `'id','title','description'`,
    ),
    3,
  ],
  ['with a row that begins as JSON', table(4001, (i) => (i === 4000 ? ['{"a"', '', 'x'] : plain(i)), ','), 3],
  ['with a quote that nothing closes', `${table(2500, plain, ',')}9,,"x\n10,,y\n`, 2],
])('each row of a table %s is read once from its parts, as from the whole', async (_name, content, least) => {
  const { rows, chunks } = await inChunks(content);
  expect(chunks).toBeGreaterThanOrEqual(least);
  expect(rows).toEqual(await rowsOf(content));
});
