import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const rows = (count: number, text: string): string =>
  Array.from({ length: count }, (_, at) => `${at},Köchin,${text}\n`).join('');
const header = 'id,title,description\n';
const SIZES = [1, 7, 37, 1000, 100_000];

describe('a table in UTF-8 that has something else in it', () => {
  test.each([
    ['far behind its beginning', 3000],
    ['near its beginning', 2],
  ])('%s is read up to there, and the line is named', async (_where, good) => {
    const broken = Buffer.concat([
      Buffer.from(header + rows(good, 'Wir kochen für Gäste.')),
      latin(`x,Bäcker,a\n`),
      Buffer.from(rows(100, 'Wir kochen für Gäste.')),
    ]);
    for (const size of SIZES) {
      const { postings, error, encoding } = await readFile(broken, {}, size);
      expect([error, encoding]).toEqual([
        `line ${good + 2} is no UTF-8, and other text of the file is: save it in one encoding`,
        'UTF-8',
      ]);
      expect(postings).toHaveLength(good);
      expect(JSON.stringify(postings)).not.toContain('\ufffd');
    }
  });

  test('right behind its first line is read up to there, whatever block that is in', async () => {
    const broken = Buffer.concat([Buffer.from(`${header}1,é,x\n2,ä,y\n3,`), latin('ü,z\n4,a,b\n')]);
    for (const size of SIZES) {
      const { postings, error } = await readFile(broken, {}, size);
      expect([postings.length, error?.slice(0, 6)]).toEqual([2, 'line 4']);
    }
  });

  test('at its end, in the middle of a letter, breaks off there', async () => {
    const cut = Buffer.from(`${header}1,Köchin,für`).subarray(0, -2);
    expect((await readFile(cut)).error).toBe('breaks off on line 2, within a letter');
  });
});

test('a table of windows-1252 is read as that, whatever block its letters are in', async () => {
  for (const size of SIZES) {
    const { postings, encoding, error } = await readFile(latin(header + rows(300, 'für Gäste')), {}, size);
    expect([postings.length, encoding, error]).toEqual([300, 'windows-1252', null]);
    expect(postings[0]).toMatchObject({ title: 'Köchin', description: 'für Gäste' });
  }
});

test('a first letter at the end of a block does not decide alone', async () => {
  const text = `${header}${'1,Koch,a\n'.repeat(700)}2,Köchin,für Gäste in Zürich\n`;
  const bytes = Buffer.from(text);
  const letter = bytes.findIndex((byte) => byte > 0x7f);
  for (const size of [letter + 1, letter + 2]) {
    const { postings, encoding } = await readFile(bytes, {}, size);
    expect([encoding, postings.at(-1)]).toMatchObject(['UTF-8', { title: 'Köchin' }]);
  }
});

describe('an encoding that a document declares', () => {
  // "Łódź" in windows-1250 and ISO-8859-2, in which two letters differ.
  const feedIn = (encoding: string, bytes: number[]) =>
    Buffer.concat([
      latin(`<?xml version="1.0" encoding="${encoding}"?><jobs><job><id>1</id><title>`),
      Buffer.from(bytes),
      latin('</title><description>a</description></job></jobs>'),
    ]);
  test.each([
    ['windows-1250', [0xa3, 0xf3, 0x64, 0x9f]],
    ['iso-8859-2', [0xa3, 0xf3, 0x64, 0xbc]],
  ])('is used: %s', async (encoding, bytes) => {
    const found = await readFile(feedIn(encoding, bytes));
    expect([found.encoding, found.error]).toEqual([encoding, null]);
    expect(found.postings).toMatchObject([{ title: 'Łódź' }]);
  });

  test('is not used where UTF-8 has few letters that it could not have', async () => {
    const feed = feedIn('iso-8859-15', [...Buffer.from('Köchin für München')]);
    expect((await readFile(feed)).postings).toMatchObject([{ title: 'Köchin für München' }]);
  });

  test('and is not known is named', async () => {
    const { error } = await readFile(feedIn('x-klingon', [0xa3]));
    expect(error).toBe('declares the encoding x-klingon, which is not known: save it as UTF-8');
  });

  test('is not used where the document was saved in UTF-8 later', async () => {
    const feed = feedIn('windows-1250', [...Buffer.from('Zażółć gęślą jaźń')]);
    expect((await readFile(feed)).postings).toMatchObject([{ title: 'Zażółć gęślą jaźń' }]);
  });
});

test.each([
  ['with its mark', [0xff, 0xfe, 0, 0, 0x69, 0, 0, 0]],
  ['with its mark, the other way round', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x69]],
  ['without one', [0x69, 0, 0, 0, 0x64, 0, 0, 0]],
])('UTF-32 is refused by its name: %s', async (_what, bytes) => {
  await expect(readFile(Buffer.from(bytes))).rejects.toThrow('is UTF-32: save it as UTF-8');
});

test('UTF-16 that breaks off within a letter is an error, after what is before', async () => {
  const whole = Buffer.from(`\ufeff${header}1,Köchin,für\n2,Bäcker,a\n`, 'utf16le');
  for (const size of SIZES) {
    const { postings, error } = await readFile(whole.subarray(0, -1), {}, size);
    expect(error).toBe('breaks off within a letter');
    expect(JSON.stringify(postings)).not.toContain('\ufffd');
  }
  expect((await readFile(whole)).postings).toHaveLength(2);
});
