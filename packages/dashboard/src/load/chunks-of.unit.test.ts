import { expect, test } from '@jest/globals';
import { chunksOf, type Chunk, type Cutting } from './chunks-of.ts';

const marks = { delimiter: ';', quote: '"', escape: '"', newline: '\n' };
const cutting: Cutting = { encoding: 'UTF-8', marks, firstLine: 1 };

const cut = async (content: string | Uint8Array<ArrayBuffer>, more: Partial<Cutting> = {}) => {
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(new Blob([content]), { ...cutting, ...more })) chunks.push(chunk);
  return chunks;
};

test('a small table is one chunk, as it is', async () => {
  const [chunk, ...others] = await cut('a;b\n1;"x\ny"\n2;z\n');
  expect(others).toEqual([]);
  expect(chunk).toMatchObject({ text: 'a;b\n1;"x\ny"\n2;z\n', read: 16 });
  expect([2, 4].map(chunk!.lineOf)).toEqual([2, 4]);
});

test('a large table is cut between its records, each chunk with its columns, and none is lost', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i};"${'x'.repeat(500)}\n;é ""y"""\n`);
  const content = `a;b\n${rows.join('')}`;
  const chunks = await cut(content);
  expect(chunks.length).toBeGreaterThan(1);
  for (const { text } of chunks) {
    expect(text.startsWith('a;b\n')).toBe(true);
    expect(text.length).toBeLessThan(1_000_000);
  }
  expect(chunks.map(({ text }) => text.slice('a;b\n'.length)).join('')).toBe(rows.join(''));
  expect(chunks.at(-1)!.read).toBe(new Blob([content]).size);
  const before = chunks[0]!.text.split('\n').length - 2;
  expect(chunks[1]!.lineOf(2)).toBe(before + 2);
});

test('a table in UTF-16, and one that names its delimiter itself, are sent as they say', async () => {
  const utf16 = Uint8Array.from(Buffer.from('\ufeffa;b\n1;é\n', 'utf16le'));
  expect((await cut(utf16, { encoding: 'UTF-16 LE' })).map(({ text }) => text)).toEqual(['a;b\n1;é\n']);
  const [own] = await cut('sep=;\na;b\n1;2\n', { firstLine: 2 });
  expect([own!.text, own!.lineOf(3)]).toEqual(['sep=;\na;b\n1;2\n', 3]);
});

test('NDJSON is cut between its lines', async () => {
  const line = `{"a":"${'"'.repeat(1000)}"}\n`;
  const chunks = await cut(line.repeat(2000), { marks: null });
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.map(({ text }) => text).join('')).toBe(line.repeat(2000));
  expect(chunks[1]!.lineOf(1)).toBe(chunks[0]!.text.split('\n').length);
});

test('a quote that nothing closes does not hold the rest, of which no row is lost or doubled', async () => {
  const rows = Array.from({ length: 400_000 }, (_, i) => `${i};y\n`);
  const chunks = await cut(`a;b\nx;"z\n${rows.join('')}`);
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.map(({ text }) => text.slice('a;b\n'.length)).join('') === `x;"z\n${rows.join('')}`).toBe(
    true,
  );
});

test('a chunk has 2,000 records at most: so many can all be refused, and ingestion reads on', async () => {
  const rows = Array.from({ length: 4500 }, (_, i) => `${i};"y\n"\n`);
  const chunks = await cut(`a;b\n${rows.join('')}`);
  expect(chunks.map(({ text }) => text.match(/"\n/g)!.length)).toEqual([2000, 2000, 500]);
  expect(chunks.map(({ lineOf }) => lineOf(2))).toEqual([2, 4002, 8002]);
  expect((await cut('{}\n'.repeat(4500), { marks: null })).length).toBe(3);
});

test.each([
  ['seems to be closed', '5" tape;6\n'],
  ['nothing closes', ''],
])('behind a quote that %s no chunk has more lines than ingestion may refuse', async (_, close) => {
  const open = 'a;b\n1;2\nx;"z\n';
  const rows = `;\n`.repeat(25_000);
  const chunks = await cut(`${open}${rows}${close}3;4\n`);
  const texts = chunks.map(({ text }) => text.slice('a;b\n'.length));
  expect(texts.join('') === `1;2\nx;"z\n${rows}${close}3;4\n`).toBe(true);
  // Its own line is a chunk, whose row is refused by its line in the file.
  expect(texts.slice(0, 2)).toEqual(['1;2\n', 'x;"z\n']);
  expect(chunks[1]!.lineOf(2)).toBe(3);
  expect(Math.max(...texts.map((text) => text.split('\n').length - 1))).toBeLessThan(10_000);
});

test('a chunk has 9,000 lines at most: a quote that is closed within them may have been opened by mistake', async () => {
  const record = `x;"z\n${';\n'.repeat(5000)}"\n`;
  const chunks = await cut(`a;b\n${record.repeat(3)}`);
  expect(chunks.map(({ text }) => text)).toEqual(Array.from({ length: 3 }, () => `a;b\n${record}`));
});

test('blank lines are no chunk', async () => {
  expect(await cut(`a;b\n${'\n'.repeat(5000)}1;2\n`)).toMatchObject([{ text: expect.stringMatching(/1;2/) }]);
});
