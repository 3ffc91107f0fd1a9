import { expect, test } from '@jest/globals';
import type { JobDifference } from '@skillstream/contracts';
import { JOB_LOOKS, settleJobs } from './settle-jobs.ts';

const none = { job: 'a:1', primaries: 0 };
const two = { job: 'b:1', primaries: 2 };

test.each<[string, JobDifference[][], JobDifference[], number]>([
  ['nothing is checked again where nothing differs', [[]], [], 0],
  ['what stands is a difference', [[none]], [none], JOB_LOOKS - 1],
  ['what is gone is none', [[none, two], [two], []], [], 2],
  ['what comes meanwhile is none yet', [[none], [none, two]], [none], JOB_LOOKS - 1],
])('%s', async (_, looks, differences, asked) => {
  let calls = 0;
  const look = async () => {
    calls += 1;
    return { checked: 2, differences: looks[Math.min(calls, looks.length - 1)]! };
  };
  const settled = await settleJobs(
    { checked: 2, differences: looks[0]! },
    { look, wait: async () => undefined },
  );
  expect(settled).toEqual({ checked: 2, differences });
  expect(calls).toBe(asked);
});
