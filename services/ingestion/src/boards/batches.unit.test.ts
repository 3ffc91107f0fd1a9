import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import type { Intake } from '../intake/intake.ts';
import { createBatches } from './batches.ts';
import { noneFilled } from './filled.ts';

const noCounts = () => ({
  stored: 0,
  unchanged: 0,
  rejected: 0,
  filled: noneFilled(),
  faults: [] as string[],
});
const jobs = (count: number) => Array.from({ length: count }, (_, i) => String(i));

/** Batches whose intake is a list; whether the run is open is asked before each attempt to store one. */
const setUp = (assertOpen: () => Promise<void>, failures = 0) => {
  const taken: number[] = [];
  const remembered: string[][] = [];
  let left = failures;
  const take: Intake['take'] = async (validated) => {
    if ((left -= 1) >= 0) throw appError('unavailable', 'the backlog is full', { retryable: true });
    taken.push(validated.length);
    return validated.map((one) =>
      'faults' in one
        ? { line: one.line, status: 'rejected', faults: one.faults }
        : { line: one.line, status: 'accepted', postingId: 'p', version: 1 },
    );
  };
  const counts = noCounts();
  const batches = createBatches({
    ...{ source: 'boats', intake: { take }, counts, assertOpen, now: () => new Date(0) },
    signal: new AbortController().signal,
    onStored: async ({ jobs }) => void remembered.push(jobs),
  });
  const addAll = async (ids: string[]) => {
    for (const id of ids) await batches.add({ sourceId: id, title: 'Mate', description: 'We use Go' }, id);
    await batches.flush();
  };
  return { taken, remembered, counts, batches, addAll };
};

test('postings are stored some at a time, and what was stored is told', async () => {
  const { taken, remembered, counts, addAll } = setUp(async () => undefined);
  await addAll(jobs(45));
  expect([taken, counts.stored]).toEqual([[20, 20, 5], 45]);
  expect(remembered.flat()).toEqual(jobs(45));
});

test('nothing is stored of a run that was ended, also where the intake refused it until then', async () => {
  let asked = 0;
  const { taken, remembered, addAll } = setUp(async () => {
    if ((asked += 1) > 2) throw appError('fenced', 'The run of boats was ended');
  }, 2);
  await expect(addAll(jobs(45))).rejects.toThrow('was ended');
  expect([asked, taken, remembered]).toEqual([3, [], []]);
});

test('a posting that our own rules fail on is rejected, and the others are stored', async () => {
  const { counts, batches, taken } = setUp(async () => undefined);
  const broken = {
    sourceId: '1',
    description: 'Go',
    location: {
      get city(): string {
        throw new TypeError('x is undefined');
      },
    },
  };
  await batches.add(broken, '1');
  await batches.add({ sourceId: '2', title: 'Mate', description: 'We use Go' }, '2');
  await batches.flush();
  expect(counts.faults).toEqual([expect.stringContaining('cannot be read: TypeError')]);
  expect([taken, counts.stored, counts.rejected]).toEqual([[2], 1, 1]);
});
