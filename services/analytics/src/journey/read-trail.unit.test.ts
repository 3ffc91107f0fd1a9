import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { createReadTrail, toFactTrail, toLetterTrail, type ReadTrailDeps } from './read-trail.ts';

const FACT = { source: 's', version: 1, retracted: false, partition: 1, offset: 5 };
const away = (engine: string) => Promise.reject(appError('unavailable', `${engine} is away`));

/** A reader over stores in memory, some of which are away. */
const readerWith = ({ mongo = true, redis = true }) => {
  const asked: unknown[] = [];
  const stores = async () => ({
    facts: { facts: () => ({ findOne: () => (mongo ? Promise.resolve(FACT) : away('MongoDB')) }) },
    views: {
      trail: (...given: unknown[]) => {
        asked.push(given);
        const found = { version: 1, position: 9, countedMs: 1000, countedBy: 'a' };
        return redis ? Promise.resolve(found) : away('Redis');
      },
    },
  });
  const deps = { stores, partitions: async () => 12, partitionOf: () => 7 } as unknown as ReadTrailDeps;
  const lettersOf = () => (mongo ? Promise.resolve([]) : away('MongoDB'));
  return { readTrail: createReadTrail({ ...deps, lettersOf }), asked };
};
const view = { version: 1, position: 9, at: '1970-01-01T00:00:01.000Z', replica: 'a' };

test('what an engine does not give is named, and the rest is given', async () => {
  const { readTrail, asked } = readerWith({ mongo: false });
  expect(await readTrail('a')).toEqual({
    ...{ fact: null, view, letters: [] },
    missing: ['facts', 'dead letters'].map((part) => ({
      part,
      reason: expect.stringContaining('MongoDB is away'),
    })),
  });
  // Without a fact the partition is that of the key, and the offset is not known.
  expect(asked).toEqual([[7, 'a', null]]);
  const withoutRedis = await readerWith({ redis: false }).readTrail('a');
  expect(withoutRedis).toMatchObject({ fact: FACT, view: null, missing: [{ part: 'views' }] });
});

test('a fact of an earlier release tells its place, and nothing that nobody stored', () => {
  const nothing = { acceptedAt: null, received: null, taggedAt: null, taggedBy: null, countedAt: null };
  expect(toFactTrail(FACT)).toEqual({ ...FACT, ...nothing, countedBy: null, traceId: null });
});

test.each([
  ['without a posting', { identity: 't/1/2', posting: null }],
  [
    'without a place',
    { identity: 'nonsense', posting: { postingId: 'a', source: 's', version: 1, retracted: false } },
  ],
])('a dead letter %s is no step of a journey', (_, letter) => {
  expect(toLetterTrail(letter)).toBeNull();
});
