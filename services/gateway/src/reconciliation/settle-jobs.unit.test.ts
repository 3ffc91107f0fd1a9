import { expect, test } from '@jest/globals';
import type { JobDifference } from '@skillstream/contracts';
import { JOB_LOOKS, settleJobs } from './settle-jobs.ts';

const none = { job: 'a:1', primaries: 0 };
const two = { job: 'b:1', primaries: 2 };

/** The differences of each look; null is an answer by a replica that does not check jobs. */
type Looks = [JobDifference[], ...(JobDifference[] | null)[]];

test.each<[string, Looks, JobDifference[], number]>([
  ['nothing is checked again where nothing differs', [[]], [], 0],
  ['what stands is a difference', [[none]], [none], JOB_LOOKS - 1],
  ['what is gone is none', [[none, two], [two], []], [], 2],
  ['what a replica of a release before answers says nothing', [[none], null], [none], JOB_LOOKS - 1],
  ['nor does it in between', [[none, two], null, [two], null, [none, two]], [two], JOB_LOOKS - 1],
  ['what comes meanwhile is none yet', [[none], [none, two]], [none], JOB_LOOKS - 1],
])('%s', async (_, looks, differences, asked) => {
  let calls = 0;
  const look = async () => {
    calls += 1;
    const found = looks[Math.min(calls, looks.length - 1)];
    return found ? { checked: 2, differences: found } : undefined;
  };
  const first = { checked: 2, differences: looks[0] };
  const settled = await settleJobs(first, { look, wait: async () => undefined });
  expect(settled).toEqual({ checked: 2, differences });
  expect(calls).toBe(asked);
});
