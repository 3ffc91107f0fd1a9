import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyContribution, countingOf } from '../../../test/contributions.ts';
import { decodeContribution, encodeContribution } from './contribution-codec.ts';

test('a contribution survives encoding, except for what the views do not count', () => {
  fc.assert(
    fc.property(anyContribution, (contribution) => {
      const { organization: _, ...counted } = { organization: null, ...contribution };
      expect(decodeContribution(encodeContribution(contribution))).toEqual(counted);
    }),
  );
});

test('a posting that is no duplicate takes no more room than before there were any', () => {
  const state = JSON.parse(encodeContribution(countingOf(['go']))) as unknown[];
  expect(state).toHaveLength(11);
  expect(decodeContribution(JSON.stringify(state))).toMatchObject({ duplicate: false });
  const duplicate = JSON.parse(encodeContribution(countingOf(['go'], { duplicate: true }))) as unknown[];
  expect(duplicate).toEqual([...state, 1]);
});

test('an organization is not stored in Redis', () => {
  fc.assert(
    fc.property(anyContribution, (contribution) => {
      expect(encodeContribution(contribution)).not.toContain('Acme');
    }),
  );
});
