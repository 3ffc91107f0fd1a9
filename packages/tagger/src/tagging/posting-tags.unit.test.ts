import { expect, test } from '@jest/globals';
import { MOST_SKILLS_COUNTED, type Tag } from '@skillstream/contracts';
import fc from 'fast-check';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';
import { listTags, MOST_CHARACTERS, MOST_PLACES, tagsOfText } from './posting-tags.ts';

const taxonomy = loadTaxonomy();
const tagOf = (skill: number, start: number): Tag => ({
  ...{ skillId: `s${skill}`, label: 'S', category: 'c', text: 'S' },
  ...{ start, end: start + 1 },
});
const anyTags = fc
  .array(fc.integer({ min: 0, max: 3 * MOST_SKILLS_COUNTED }), { maxLength: 20 * MOST_SKILLS_COUNTED })
  .map((skills) => skills.map(tagOf));
const skillsOf = (tags: readonly Tag[]) => new Set(tags.map(({ skillId }) => skillId));
const most = (tags: readonly Tag[]) =>
  Math.max(0, ...[...skillsOf(tags)].map((id) => tags.filter(({ skillId }) => skillId === id).length));

test('a bounded number of skills and of places of each is listed, and the rest is counted', () => {
  fc.assert(
    fc.property(anyTags, (all) => {
      const { tags, leftOut = { skills: 0, tags: 0 } } = listTags(all);
      expect(skillsOf(tags).size).toBe(Math.min(MOST_SKILLS_COUNTED, skillsOf(all).size));
      expect(most(tags)).toBeLessThanOrEqual(MOST_PLACES);
      expect(tags.length + leftOut.tags).toBe(all.length);
      expect(skillsOf(tags).size + leftOut.skills).toBe(skillsOf(all).size);
      // The first ones, in the order of the text.
      expect(tags).toEqual(all.filter((tag) => tags.includes(tag)));
    }),
    { numRuns: 50 },
  );
});

test('tags within the bounds are all listed, and no rest is counted', () => {
  const all = Array.from({ length: MOST_SKILLS_COUNTED * MOST_PLACES }, (_, at) =>
    tagOf(at % MOST_SKILLS_COUNTED, at),
  );
  expect(listTags(all)).toEqual({ tags: all });
});

test('even with the longest names the list leaves room in a record', () => {
  const heaviest = taxonomy.skills
    .map(({ id: skillId, label, category, forms }) => {
      const text = forms.map((form) => form.text).sort((a, b) => b.length - a.length)[0]!;
      return { skillId, label, category, text, start: 199_999, end: 200_000 };
    })
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
    .slice(0, MOST_SKILLS_COUNTED + 1);
  const { tags } = listTags(heaviest.flatMap((tag) => Array.from({ length: MOST_PLACES + 1 }, () => tag)));
  expect(tags).toHaveLength(MOST_SKILLS_COUNTED * MOST_PLACES);
  expect(Buffer.byteLength(JSON.stringify(tags))).toBeLessThan(720_000);
});

const tagger = createTagger(taxonomy, loadModel());
const textOf = (before: string, length: number, after: string) => before + ' '.repeat(length) + after;

test('a text is searched up to the bound, and the characters after it are counted', () => {
  const read: number[] = [];
  const counting = { tag: (text: string) => (read.push(text.length), tagger.tag(text)) };
  const text = textOf('You know Java.', 4 * MOST_CHARACTERS, 'You know Python.');
  const { tags, ...leftOut } = tagsOfText(counting, text, null);
  expect(tags.map(({ label }) => label)).toEqual(['Java']);
  expect(leftOut).toEqual({ charactersLeftOut: text.length - MOST_CHARACTERS });
  expect(read).toEqual([MOST_CHARACTERS]);
});

test('a text as long as the bound is searched completely, and no rest is counted', () => {
  const text = textOf('', MOST_CHARACTERS - 'Java'.length, 'Java');
  expect(tagsOfText(tagger, text, null)).toEqual({ tags: tagger.tag(text) });
  expect(tagger.tag(text)).toHaveLength(1);
});

test('a name that is cut at the bound is not tagged', () => {
  const text = textOf('', MOST_CHARACTERS - 'Java'.length, 'JavaScript');
  expect(tagger.tag(text.slice(0, MOST_CHARACTERS))).toHaveLength(1);
  expect(tagsOfText(tagger, text, null).tags).toEqual([]);
});

test("the employer's own name is not a skill here either", () => {
  const text = 'Docker is hiring. You know Docker and Java.';
  expect(tagsOfText(tagger, text, 'Docker').tags).toEqual(tagger.tag(text, 'Docker'));
  expect(tagsOfText(tagger, text, 'Docker').tags).not.toEqual(tagger.tag(text));
});
