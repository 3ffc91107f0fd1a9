import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SECTION_REACH } from '../disambiguation/section.ts';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';

const taxonomy = loadTaxonomy();
const tagger = createTagger(taxonomy, loadModel());

const forms = taxonomy.skills.flatMap((skill) => skill.forms.map(({ text }) => text.replace('(s)', '')));
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...forms) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('we', 'use', 'with', 'and', 'experience', 'no', 'not', 'the', 'Requirements:'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const gap = fc.constantFrom(' ', ', ', '/', '\n', '\n- ', '. ', ' (', ') ', ': ', '');
const anyText = fc.array(fc.tuple(word, gap), { maxLength: 40 }).map((parts) => parts.flat().join(''));

test('every span is inside its text and contains the words of its tag, in order and without overlaps', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let free = 0;
      for (const { start, end, text: words } of tagger.tag(text)) {
        expect(start).toBeGreaterThanOrEqual(free);
        expect(text.slice(start, end)).toBe(words);
        expect(end).toBeGreaterThan(start);
        free = end;
      }
    }),
    { numRuns: 300 },
  );
});

test('the same text has the same tags, whatever was tagged in between', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const tags = tagger.tag(text);
      tagger.tag(other);
      expect(tagger.tag(text)).toEqual(tags);
    }),
  );
});

test('text that is added outside the context of a place removes no tag', () => {
  // A neutral sentence, repeated until it exceeds the context of headings and words.
  const filler = ' This sentence says nothing at all.'.repeat(Math.ceil(SECTION_REACH / 30));
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, text, after) => {
      const offset = before.length + filler.length + 1;
      const grown = tagger.tag(`${before}${filler}\n${text}\n${filler}${after}`);
      const kept = new Set(grown.map(({ skillId, start }) => `${skillId} ${start - offset}`));
      const alone = tagger.tag(`${filler}\n${text}\n${filler}`);
      const lost = alone.filter(({ skillId, start }) => !kept.has(`${skillId} ${start - filler.length - 1}`));
      expect(lost).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any Unicode text is tagged without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      for (const { start, end } of tagger.tag(text)) expect(text.slice(start, end)).not.toBe('');
    }),
    { numRuns: 300 },
  );
});

test('tagging two megabytes of near matches terminates, and finds the one match in them', () => {
  const near = 'machine learnin distributed system postgresq kubernete react nativ '.repeat(31_000);
  const tags = tagger.tag(`${near}\nWe use PostgreSQL.`);
  expect(near.length).toBeGreaterThan(2_000_000);
  expect(tags.at(-1)).toMatchObject({ skillId: 'postgresql', text: 'PostgreSQL' });
});
