import { expect, test } from '@jest/globals';
import { isUnchanged } from '../posting-versions/decide.ts';
import { expiredFields } from './expired-fields.ts';

const NOW = new Date('2026-11-30T00:00:00Z');
const expire = (facts: object) => expiredFields(Buffer.from(JSON.stringify(facts)), NOW);
const closed = { contentHash: null, retracted: false };

test('sent again unchanged a posting stays expired, also one that was closed before', () => {
  const fields = expire({ postingId: 'a.1', contentHash: 'x' });
  expect(fields).toMatchObject({ expiredAt: NOW, posting: null });
  const after = { ...closed, ...fields };
  expect([isUnchanged(after, 'x'), isUnchanged(after, 'y')]).toEqual([true, false]);
});

test('one whose JSON has no content hash keeps what its document has', () => {
  expect(expire({ postingId: 'a.1' })).not.toHaveProperty('contentHash');
});
