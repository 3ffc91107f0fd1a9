import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inBasicPlane } from './basic-plane.ts';

const basic = fc.integer({ min: 0, max: 0xffff }).filter((code) => code < 0xd800 || code > 0xdfff);
const patterns = [
  String.raw`\p{Lu}`,
  String.raw`\p{Ll}`,
  String.raw`\p{L}`,
  String.raw`[\p{Lu}'’]`,
  String.raw`[^\p{L}-]`,
  String.raw`(?<!\p{L})[[\p{Ll}]\]`,
  String.raw`\\p\{L\}|\[\p{L}\]`,
];

test.each(patterns)('%s matches the same characters of the basic plane as it did', (pattern) => {
  const [before, after] = [pattern, inBasicPlane(pattern)].map(
    (source) => new RegExp(`^(?:${source})$`, 'u'),
  );
  const same = (text: string) => expect([text, after!.test(text)]).toEqual([text, before!.test(text)]);
  for (const text of ['a', 'Z', 'ß', 'Ž', 'Ж', 'Ω', 'ǅ', '字', '1', '[', '-', '’', '[a]', '[[', '\\p{L}'])
    same(text);
  fc.assert(fc.property(basic, (code) => same(String.fromCharCode(code))));
});

test('a letter of another plane is none', () => {
  expect(new RegExp(String.raw`^\p{Lu}$`, 'u').test('𝐉')).toBe(true);
  expect(new RegExp(inBasicPlane(String.raw`^\p{Lu}$`), 'u').test('𝐉')).toBe(false);
});

test('what is no property of letters stays as it is', () => {
  for (const same of [String.raw`\p{N}\d[\s\]]\u00a0(?<a>b)`, String.raw`[[\\]\p{Lt}`])
    expect(inBasicPlane(same)).toBe(same);
});
