import { expect, test } from '@jest/globals';
import { textsOf, type Writing } from './texts-of.ts';

const BLOCK = 512 * 1024;
const table: Writing = { encoding: 'UTF-8', newline: '\n', kind: 'table' };
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));

const read = async (parts: Uint8Array<ArrayBuffer>[], writing = table) => {
  const file = new Blob(parts);
  let [all, last] = ['', 0];
  for await (const { text, at } of textsOf(file, writing)) [all, last] = [all + text, at];
  expect(last).toBe(file.size);
  return all;
};

test.each([0, 1, 2, 3, 4])('letters that go over the end of a block, by %d bytes, are whole', async (by) => {
  const text = `${'x'.repeat(BLOCK - by)}é€😀\ufeffy`.repeat(3);
  expect(await read([utf8(text)])).toBe(text);
  expect(await read([utf8(`\ufeff${text}`)])).toBe(text);
});

test.each([1, 2, 3, 100])(
  'what is ASCII for long, and no UTF-8 then, is windows-1252: its first letter %d bytes before a block ends',
  async (by) => {
    const text = `${'x'.repeat(2 * BLOCK - by)}ÃÄ ö\n${'é'.repeat(BLOCK)}`;
    expect(await read([latin(text)])).toBe(text);
  },
);

test.each<[string, string, Partial<Writing>]>([
  ['behind letters in UTF-8', 'é\n', {}],
  ['behind its byte order mark', '\ufeff\n', {}],
  ['in JSON', 'x\n', { kind: 'lines' }],
])(
  'what is no UTF-8 %s is not read as something else, and its line is named',
  async (_name, before, more) => {
    const parts = [utf8(before), utf8('line\n'.repeat(BLOCK)), latin('M\xfcller\n')];
    await expect(read(parts, { ...table, ...more })).rejects.toThrow(
      `Line ${BLOCK + 2} of the file is no UTF-8`,
    );
  },
);

test('other encodings are read as the beginning says', async () => {
  expect(await read([latin('a;ö\n')], { ...table, encoding: 'windows-1252' })).toBe('a;ö\n');
  const utf16 = Uint8Array.from(Buffer.from(`\ufeff${'x'.repeat(BLOCK / 2 - 2)}😀y`, 'utf16le'));
  expect(await read([utf16], { ...table, encoding: 'UTF-16 LE' })).toBe(`${'x'.repeat(BLOCK / 2 - 2)}😀y`);
});
