import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyContribution } from '../../../test/contributions.ts';
import { decodeContribution, encodeContribution } from './contribution-codec.ts';

test('a contribution survives encoding, except for what the views do not count', () => {
  fc.assert(
    fc.property(anyContribution, (contribution) => {
      const { organization: _, ...counted } = { organization: null, ...contribution };
      expect(decodeContribution(encodeContribution(contribution))).toEqual(counted);
    }),
  );
});

test('an organization is not stored in Redis', () => {
  fc.assert(
    fc.property(anyContribution, (contribution) => {
      expect(encodeContribution(contribution)).not.toContain('Acme');
    }),
  );
});
