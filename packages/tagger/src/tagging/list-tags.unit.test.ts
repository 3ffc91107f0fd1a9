import { expect, test } from '@jest/globals';
import { MOST_SKILLS_COUNTED, type Tag } from '@skillstream/contracts';
import fc from 'fast-check';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { listTags, MOST_PLACES } from './list-tags.ts';

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

test('so many skills are listed and so many places of each, and what is not listed is counted', () => {
  fc.assert(
    fc.property(anyTags, (all) => {
      const { tags, leftOut = { skills: 0, tags: 0 } } = listTags(all);
      expect(skillsOf(tags).size).toBe(Math.min(MOST_SKILLS_COUNTED, skillsOf(all).size));
      expect(most(tags)).toBeLessThanOrEqual(MOST_PLACES);
      expect(tags.length + leftOut.tags).toBe(all.length);
      expect(skillsOf(tags).size + leftOut.skills).toBe(skillsOf(all).size);
      // Those that come first, in the order of the text.
      expect(tags).toEqual(all.filter((tag) => tags.includes(tag)));
    }),
    { numRuns: 50 },
  );
});

test('what keeps to the bounds is listed whole, and nothing is said of the rest', () => {
  const all = Array.from({ length: MOST_SKILLS_COUNTED * MOST_PLACES }, (_, at) =>
    tagOf(at % MOST_SKILLS_COUNTED, at),
  );
  expect(listTags(all)).toEqual({ tags: all });
});

test('even of the skills with the longest names the list leaves room in a record', () => {
  const heaviest = loadTaxonomy()
    .skills.map(({ id: skillId, label, category, forms }) => {
      const text = forms.map((form) => form.text).sort((a, b) => b.length - a.length)[0]!;
      return { skillId, label, category, text, start: 199_999, end: 200_000 };
    })
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
    .slice(0, MOST_SKILLS_COUNTED + 1);
  const { tags } = listTags(heaviest.flatMap((tag) => Array.from({ length: MOST_PLACES + 1 }, () => tag)));
  expect(tags).toHaveLength(MOST_SKILLS_COUNTED * MOST_PLACES);
  expect(Buffer.byteLength(JSON.stringify(tags))).toBeLessThan(720_000);
});
