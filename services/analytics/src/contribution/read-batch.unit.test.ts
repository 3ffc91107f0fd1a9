import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import { logOf } from '../../test/events.ts';
import { readBatch } from './read-batch.ts';

const recordOf = (offset: number, change: object) => {
  const [record] = logOf(0, [{ id: offset, skills: ['go'] }]);
  const data = { ...(JSON.parse(record!.value!.toString()) as object), ...change } as { postingId: string };
  return { ...record!, key: data.postingId, offset, value: Buffer.from(JSON.stringify(data)) };
};

test('only the record without a contribution is poison: the records around it count', () => {
  const found = readBatch([
    recordOf(0, {}),
    recordOf(1, { postingId: '@position' }),
    recordOf(2, { receivedAt: 'yesterday' }),
    recordOf(3, { datePosted: '0500-01-01' }),
    { ...recordOf(4, {}), value: null, headers: { [eventHeaders.type]: 'posting.retracted' } },
    recordOf(5, { postingId: 'constructor', source: 'constructor' }),
  ]);
  expect(found.changes.map(({ offset }) => offset)).toEqual([0, 3, 5]);
  expect(found.poison.map(({ record }) => record.offset)).toEqual([1, 2, 4]);
});
