import { describe, expect, test } from '@jest/globals';
import { textOf } from './fixtures.ts';
import { bandsOf, minHashOf, similarityOf } from './min-hash.ts';
import { wordsOf } from './words.ts';

const half = (a: number, b: number) => [...textOf(a, 500).split(' '), ...textOf(b, 500).split(' ')];
const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((one) => b.has(one)).length;
const jaccard = (a: string[], b: string[]): number => {
  const shinglesOf = (words: string[]) =>
    new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  return common(one, other) / (one.size + other.size - common(one, other));
};

describe('a MinHash', () => {
  test('is the same for the same words, in any release: signatures are stored', () => {
    expect(minHashOf(['one', 'two', 'three', 'four']).slice(0, 3)).toMatchInlineSnapshot(`
      [
        2315785930,
        909166912,
        1932782713,
      ]
    `);
  });

  test('estimates the share of common shingles within three standard errors', () => {
    for (const [a, b] of [
      [half(1, 2), half(1, 3)],
      [half(1, 2), half(4, 5)],
      [half(1, 2), [...half(1, 2), ...textOf(6, 300).split(' ')]],
    ] as Array<[string[], string[]]>)
      expect(Math.abs(similarityOf(minHashOf(a), minHashOf(b)) - jaccard(a, b))).toBeLessThan(0.13);
  });

  test('shares a band with one of a similar text, and none with one of another', () => {
    const bands = (words: string[]) => new Set(bandsOf(minHashOf(words)));
    const similar = [...textOf(1, 500).split(' '), ...textOf(2, 60).split(' ')];
    expect(common(bands(similar), bands(textOf(1, 500).split(' ')))).toBeGreaterThan(0);
    expect(common(bands(textOf(3, 500).split(' ')), bands(textOf(4, 500).split(' ')))).toBe(0);
  });

  test('of a megabyte of one word has one shingle, and of a megabyte of words no more than the first 20,000', () => {
    expect(minHashOf(wordsOf('word '.repeat(200_000)))).toEqual(minHashOf(['word', 'word', 'word']));
    const words = textOf(1, 130_000).split(' ');
    expect(minHashOf(words)).toEqual(minHashOf(words.slice(0, 20_000)));
  });
});
