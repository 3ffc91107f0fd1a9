import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { skillsQuery } from '@skillstream/contracts';
import { idBatches } from './id-batches.ts';

test('all ids are asked for, in order, and the API takes each list', () => {
  const id = fc.stringMatching(/^[a-z0-9-]{1,60}$/);
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 200 }), (ids) => {
      const batches = idBatches(ids);
      expect(batches.join(',')).toBe(ids.join(','));
      for (const batch of batches) expect(skillsQuery.safeParse({ ids: batch }).success).toBe(true);
    }),
  );
});

test('no more lists are made than the bound asks for', () => {
  expect(idBatches(['aa', 'bb', 'cc'], 5)).toEqual(['aa,bb', 'cc']);
  expect(idBatches([], 5)).toEqual([]);
});
