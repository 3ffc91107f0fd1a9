import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';

const table = (rows: readonly string[]) => ['id,description', ...rows].join('\n');
const bytesOf = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
const many = (count: number, text: string) => Array.from({ length: count }, (_, at) => `${at},${text}`);
const SIZES = [1, 7, 1000, 64 * 1024];

describe('a text that is no UTF-8 in one place', () => {
  test('behind the beginning stops there, and names the line, after all rows before', async () => {
    const good = many(20_000, 'Für €');
    const content = bytesOf(table(good), '\n20000,Stra', 0xdf, 'e\n20001,Für');
    const { postings, error, encoding } = await readFile(content, {}, 64 * 1024);
    expect([postings.length, encoding, error]).toEqual([
      ...[20_000, 'UTF-8'],
      'line 20002 is no UTF-8, and other text of the file is: save it in one encoding',
    ]);
  });

  test.each([
    ['a byte alone', [0xff]],
    ['a letter that is cut', [0xe2, 0x82]],
    ['half of a pair of UTF-16', [0xed, 0xa0, 0x80]],
  ])('in its first lines changes no other letter, whatever its blocks are: %s', async (_what, damage) => {
    const content = bytesOf(
      table(['1,Gruß', '2,für', '3,x']),
      ...damage,
      '\n',
      many(9, 'für 5 €').join('\n'),
    );
    for (const size of SIZES) {
      const { postings, error, encoding } = await readFile(content, {}, size);
      expect(postings).toMatchObject([{ description: 'Gruß' }, { description: 'für' }]);
      expect([encoding, error]).toEqual(['UTF-8', expect.stringMatching(/^line 4 is no UTF-8/)]);
    }
  });

  test('names its line also where lines end as those of an old Mac', async () => {
    const content = bytesOf(table(['1,Gruß', '2,für', '3,x']).replaceAll('\n', '\r'), 0xff, '\r4,x');
    expect((await readFile(content)).error).toMatch(/^line 4 is no UTF-8/);
  });

  test('of its first line is refused as a whole', async () => {
    const content = bytesOf('id,description,x', 0xff, '\n', many(9, 'für,y').join('\n'));
    await expect(readFile(content)).rejects.toThrow('line 1 is no UTF-8');
  });

  test('is said of the beginning of a file too, whose end may be cut within a letter', async () => {
    const [whole, cut] = [table(many(9, 'für')), bytesOf(table(many(9, 'für')), '\n9,f', 0xc3)];
    const bad = bytesOf(whole, '\n9,', 0xff, '\n', many(9, 'für').join('\n'));
    const [ofCut, ofBad] = [await readFile(cut, { part: true }), await readFile(bad, { part: true })];
    expect([ofCut.postings.length, ofCut.error]).toEqual([8, null]);
    expect([ofBad.postings.length, ofBad.error]).toEqual([9, expect.stringContaining('line 11 is no')]);
    expect((await readFile(cut)).error).toBe('breaks off on line 11, within a letter');
  });

  test('is told from windows-1252 by what most letters are, also where a few are UTF-8 by chance', async () => {
    const content = Buffer.from(table(['1,Spa\xdf\x93', '2,f\xfcr', '3,gr\xfcn']), 'latin1');
    for (const size of SIZES) {
      const { postings, encoding, error } = await readFile(content, {}, size);
      expect([encoding, error]).toEqual(['windows-1252', null]);
      expect(postings).toMatchObject([
        ...[{ description: 'Spaß“' }, { description: 'für' }, { description: 'grün' }],
      ]);
    }
  });
});

// Of “Spółka, Łódź, część”.
const polish = 'Sp\xf3\xb3ka, \xa3\xf3d\xbc, cz\xea\xb6\xe6 SP\xd3\xa3KA';
const feed = (label: string, text: string) =>
  Buffer.from(
    `<?xml version="1.0" encoding="${label}"?>\n<jobs><job><description>${text}</description></job></jobs>`,
    'latin1',
  );
const latin1Of = (text: string) => Buffer.from(text).toString('latin1');

describe('an encoding that a document declares', () => {
  test.each([
    ['iso-8859-2', polish, 'Spółka, Łódź, część SPÓŁKA'],
    ['ISO-8859-2', 'SP\xd3\xa3KA', 'SPÓŁKA'],
    ['windows-1250', 'Sp\xf3\xb3ka, \x8c', 'Spółka, Ś'],
    ['windows-1251', '\xcf\xee\xe2\xe0\xf0', 'Повар'],
    ['Shift_JIS', '\x83R\x83b\x83N', 'コック'],
    ['iso-2022-jp', '\x1b$B%3%C%/\x1b(B', 'コック'],
  ])('is how it is read: %s', async (label, written, description) => {
    for (const size of SIZES) {
      const { postings, encoding, error } = await readFile(feed(label, written), {}, size);
      expect([postings, encoding, error]).toMatchObject([[{ description }], label.toLowerCase(), null]);
    }
  });

  test.each(['windows-1250', 'utf-16', 'x-odd', 'iso-8859-1'])(
    'as %s, and is UTF-8 since somebody saved it so, is not what it says',
    async (label) => {
      const content = feed(label, latin1Of('Spółka, Łódź'));
      const utf16 = Buffer.from(`\ufeff${content.toString()}`, 'utf16le');
      expect(await readFile(content)).toMatchObject({
        ...{ encoding: 'UTF-8', postings: [{ description: 'Spółka, Łódź' }] },
      });
      expect((await readFile(utf16)).postings).toMatchObject([{ description: 'Spółka, Łódź' }]);
    },
  );

  test('as UTF-8 or as Latin letters, and is of Windows, is read as that', async () => {
    for (const label of ['utf-8', 'iso-8859-1', 'windows-1252'])
      expect(await readFile(feed(label, 'f\xfcr 5 \x80'))).toMatchObject({
        ...{ encoding: 'windows-1252', postings: [{ description: 'für 5 €' }] },
      });
  });

  test('that is not known is named, where letters need it', async () => {
    expect((await readFile(feed('x-odd', 'plain'))).postings).toMatchObject([{ description: 'plain' }]);
    expect((await readFile(feed('x-odd', 'f\xfcr'))).error).toBe(
      'declares the encoding x-odd, which is not known: save it as UTF-8',
    );
  });

  test('and is not written in is an error with the line', async () => {
    const { error } = await readFile(feed('Shift_JIS', '\x83R \xff\xff'));
    expect(error).toBe('line 2 is no shift_jis: save the file as UTF-8');
  });

  test('in a meta of HTML is used too', async () => {
    const page = (meta: string) => `<!DOCTYPE html><html><head>${meta}<script type="application/ld+json">
{"@type":"JobPosting","description":"Sp\xf3\xb3ka"}</script></head></html>`;
    for (const meta of [
      '<meta charset="windows-1250">',
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
    ])
      expect((await readFile(Buffer.from(page(meta), 'latin1'))).postings).toMatchObject([
        { description: 'Spółka' },
      ]);
  });
});

test.each([
  ['LE with its mark', [0xff, 0xfe, 0, 0, 0x69, 0, 0, 0]],
  ['BE with its mark', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x69]],
  ['LE without it', [0x69, 0, 0, 0, 0x64, 0, 0, 0]],
  ['BE without it', [0, 0, 0, 0x69, 0, 0, 0, 0x64]],
])('UTF-32 is refused, and is not taken for UTF-16: %s', async (_what, bytes) => {
  await expect(readFile(Buffer.from(bytes))).rejects.toThrow('is UTF-32: save it as UTF-8');
});
