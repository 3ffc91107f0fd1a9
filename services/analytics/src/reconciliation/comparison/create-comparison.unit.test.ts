import { expect, test } from '@jest/globals';
import type { VersionDifference } from '@skillstream/contracts';
import fc from 'fast-check';
import { createComparison } from './create-comparison.ts';
import type { FactVersion } from './compare-versions.ts';

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const comparisonOver = (ids: string[], mostFacts: number) => {
  let most = 0;
  const facts = ids
    .toSorted(byBytes)
    .map((postingId): FactVersion => ({ postingId, version: 1, retracted: false, duplicate: false }));
  const compare = createComparison({
    factsIn: async (after, upTo, limit) => {
      const found = facts
        .filter(
          ({ postingId: id }) =>
            (after === null || byBytes(id, after) > 0) && (upTo === null || byBytes(id, upTo) <= 0),
        )
        .slice(0, limit);
      most = Math.max(most, found.length);
      return found;
    },
    factsOf: async (wanted) => facts.filter(({ postingId }) => wanted.includes(postingId)),
    diedAt: () => null,
    mostFacts,
  });
  return { compare, mostRead: () => most };
};

/** Compares page by page, as the gateway does. */
const reconcile = async (accepted: string[], counted: string[], pageSize: number, mostFacts: number) => {
  const { compare, mostRead } = comparisonOver(counted, mostFacts);
  const ids = accepted.toSorted(byBytes);
  const differences: VersionDifference[] = [];
  let postings = 0;
  let after: string | null = null;
  do {
    const left: string[] = ids.filter((id) => after === null || byBytes(id, after) > 0);
    const page = left.slice(0, pageSize);
    const rows = page.map((postingId) => ({ postingId, version: 1, retracted: false, pending: false }));
    const upTo: string | null = left.length > pageSize ? page.at(-1)! : null;
    const found = await compare({ rows, after, upTo });
    differences.push(...found.differences);
    postings += found.counts.postings;
    after = found.upTo;
  } while (after !== null);
  expect(mostRead()).toBeLessThanOrEqual(mostFacts + 1);
  return { postings, named: differences.map(({ kind, postingId }) => `${kind} ${postingId}`).sort() };
};

// Ids beyond ASCII: code points above U+FFFF come after U+FF5E by bytes, and before it by UTF-16 units.
const id = fc.constantFrom('a.1', 'a.2', 'a.3', 'b.1', 'b.2', 'c.1', '～', '😀', 'z');
const some = fc.uniqueArray(id);

test('page by page every posting is compared once, and postings that only one side has are named', async () => {
  await fc.assert(
    fc.asyncProperty(
      some,
      some,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      async (accepted, counted, pageSize, mostFacts) => {
        const { postings, named } = await reconcile(accepted, counted, pageSize, mostFacts);
        expect(postings).toBe(accepted.length);
        const missing = accepted.filter((one) => !counted.includes(one)).map((one) => `missing ${one}`);
        const tooMuch = counted.filter((one) => !accepted.includes(one)).map((one) => `too-much ${one}`);
        expect(named).toEqual([...missing, ...tooMuch].sort());
      },
    ),
  );
});

test('postings that are requested by id are compared only with their own facts', async () => {
  const { compare } = comparisonOver(['a', 'b', 'c'], 10);
  const rows = [{ postingId: 'a', version: 2, retracted: false, pending: false }];
  const { differences, upTo } = await compare({ rows, postingIds: ['a', 'c'] });
  expect(differences.map(({ kind, postingId }) => [kind, postingId])).toEqual([
    ['behind', 'a'],
    ['too-much', 'c'],
  ]);
  expect(upTo).toBeNull();
});
