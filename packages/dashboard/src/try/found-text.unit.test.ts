import { expect, test } from '@jest/globals';
import type { Tag } from '@skillstream/contracts';
import { foundText, mentionsText, noneFoundText } from './found-text.ts';

const tagsOf = (...ids: string[]) => ids.map((skillId) => ({ skillId }) as Tag);

test.each([
  [[], '0 skills found', '0 mentions of 0 skills'],
  [['go'], '1 skill found', '1 mention of 1 skill'],
  [['go', 'sql', 'go'], '2 skills found', '3 mentions of 2 skills'],
])('%j: skills are told from their mentions', (ids, found, mentions) => {
  expect(foundText({ tags: tagsOf(...ids) })).toBe(found);
  expect(mentionsText(tagsOf(...ids))).toBe(mentions);
});

test('where nothing was found, and only there, it is said what is read', () => {
  expect(noneFoundText({ tags: [] })).toMatch(/^Only English is read/);
  expect(noneFoundText({ tags: tagsOf('go') })).toBeNull();
});
