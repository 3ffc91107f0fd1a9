import { describe, expect, test } from '@jest/globals';
import type { TagDecision, TagsResult } from '@skillstream/contracts';
import { plainTextOf } from '@skillstream/contracts/plain-text';
import { asPosting, placeInText } from './as-posting.ts';

describe('the title of a text is', () => {
  test.each([
    ['its only line', 'We use Go.', 'We use Go.'],
    ['its first line', 'Data engineer\nYou write Python.', 'Data engineer'],
    ['the first that is not blank', '\n  \n Data engineer \nPython', 'Data engineer'],
    ['cut at 200 characters', 'x'.repeat(300), 'x'.repeat(200)],
    ['cut in the middle of a character', `${'x'.repeat(199)}🦀`, `${'x'.repeat(199)}\ufffd`],
    ['without white space at the cut', `${'x'.repeat(199)} y`, 'x'.repeat(199)],
    ['nothing where there is nothing', ' \n', ''],
  ])('%s', (_what, text, title) => {
    const description = plainTextOf(text);
    expect(asPosting(description)).toEqual({ title, description });
  });
});

describe('what is found in the posting of a text is placed in the text', () => {
  const text = 'Data engineer\nYou write Python.';
  const { title, description } = asPosting(text);
  const posting = `${title}\n\n${description}`;
  const decision = (words: string, from: number, taken: boolean): TagDecision => {
    const start = posting.indexOf(words, from);
    const end = start + words.length;
    return {
      ...{ skillId: words, label: words, category: 'c', text: words, start, end },
      taken,
      by: 'form',
      because: '',
    };
  };
  const found = (decisions: TagDecision[]): TagsResult => ({
    ...{ taxonomyVersion: '1', modelVersion: '1', decisions },
    tags: decisions.filter(({ taken }) => taken),
  });
  const shown = (decisions: TagDecision[]) => {
    const result = placeInText(text, found(decisions));
    for (const { start, end, text: words } of [...result.tags, ...result.decisions])
      expect(text.slice(start, end)).toBe(words);
    return {
      tags: result.tags.map(({ text: words }) => words),
      decisions: result.decisions.map(({ text: words, taken, asTitle }) => [words, taken, asTitle]),
    };
  };
  const python = decision('Python', 0, true);
  const [inTitle, inText] = [0, title.length] as const;

  test('once where title and text have one verdict', () =>
    expect(
      shown([decision('Data engineer', inTitle, true), decision('Data engineer', inText, true), python]),
    ).toEqual({
      tags: ['Data engineer', 'Python'],
      decisions: [
        ['Data engineer', true, false],
        ['Python', true, false],
      ],
    }));

  test('as taken where only the title has it, which is said', () =>
    expect(
      shown([decision('Data engineer', inTitle, true), decision('Data engineer', inText, false), python]),
    ).toEqual({
      tags: ['Data engineer', 'Python'],
      decisions: [
        ['Data engineer', true, true],
        ['Data engineer', false, false],
        ['Python', true, false],
      ],
    }));
});
