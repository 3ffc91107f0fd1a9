import { expect, test } from '@jest/globals';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';
import { MOST_CHARACTERS, tagsOfText } from './tags-of-text.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());
const textOf = (before: string, length: number, after: string) => before + ' '.repeat(length) + after;

test('a text is looked through as far as the bound, and what lies behind is counted', () => {
  const read: number[] = [];
  const counting = { tag: (text: string) => (read.push(text.length), tagger.tag(text)) };
  const text = textOf('You know Java.', 4 * MOST_CHARACTERS, 'You know Python.');
  const { tags, ...leftOut } = tagsOfText(counting, text, null);
  expect(tags.map(({ label }) => label)).toEqual(['Java']);
  expect(leftOut).toEqual({ charactersLeftOut: text.length - MOST_CHARACTERS });
  expect(read).toEqual([MOST_CHARACTERS]);
});

test('a text as long as the bound is looked through whole, and nothing is said of a rest', () => {
  const text = textOf('', MOST_CHARACTERS - 'Java'.length, 'Java');
  expect(tagsOfText(tagger, text, null)).toEqual({ tags: tagger.tag(text) });
  expect(tagger.tag(text)).toHaveLength(1);
});

test('of a name that the bound cuts nothing is tagged', () => {
  const text = textOf('', MOST_CHARACTERS - 'Java'.length, 'JavaScript');
  expect(tagger.tag(text.slice(0, MOST_CHARACTERS))).toHaveLength(1);
  expect(tagsOfText(tagger, text, null).tags).toEqual([]);
});

test("the employer's own name is no skill here either", () => {
  const text = 'Docker is hiring. You know Docker and Java.';
  expect(tagsOfText(tagger, text, 'Docker').tags).toEqual(tagger.tag(text, 'Docker'));
  expect(tagsOfText(tagger, text, 'Docker').tags).not.toEqual(tagger.tag(text));
});
