import { expect, test } from '@jest/globals';
import { checkJobs, type NamedPosting } from './check-jobs.ts';

const posting = (job: string, primary: boolean | null, over: Partial<NamedPosting> = {}): NamedPosting => ({
  ...{ job, primary, isExpired: false, isWaiting: false },
  ...over,
});
const check = (postings: NamedPosting[], most = 10, mostRead = Infinity) =>
  checkJobs(
    (async function* () {
      yield* postings;
    })(),
    ...[most, mostRead],
  );

test.each<[string, NamedPosting[], number[]]>([
  ['one that counts', [posting('J', true), posting('J', false)], []],
  ['none', [posting('J', false), posting('J', false)], [0]],
  ['two', [posting('J', true), posting('J', true)], [2]],
  ['two, of which one was never told that it does not', [posting('J', true), posting('J', null)], [2]],
  ['none, and one waits to be linked', [posting('J', false), posting('J', false, { isWaiting: true })], []],
  ['none, and all have expired', [posting('J', false, { isExpired: true })], []],
  ['none, and one has not expired', [posting('J', false, { isExpired: true }), posting('J', false)], [0]],
])('a job with %s', async (_, postings, primaries) => {
  const { differences } = await check(postings);
  expect(differences).toEqual(primaries.map((count) => ({ job: 'J', primaries: count })));
});

test('jobs are told apart, and so many differences are named as may', async () => {
  const jobs = ['A', 'B', 'C'].flatMap((job) => [posting(job, false), posting(job, false)]);
  expect(await check([...jobs, posting('D', true)], 2)).toEqual({
    checked: 4,
    differences: [
      { job: 'A', primaries: 0 },
      { job: 'B', primaries: 0 },
    ],
  });
});

test('a job of which the rest was not read is not called wrong', async () => {
  const cut = [posting('A', false), posting('B', false), posting('B', false)];
  expect(await check(cut, 10, 3)).toEqual({ checked: 1, differences: [{ job: 'A', primaries: 0 }] });
  expect(await check(cut, 10, 4)).toMatchObject({ checked: 2 });
});
