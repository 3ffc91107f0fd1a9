import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { VerifyJob } from '@skillstream/contracts';
import { databaseOf } from '@skillstream/mongo';
import { createFixture, type Fixture } from '../../../test/fixture.ts';
import { createVerificationStore, MOST_RETAINED } from './verification-store.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const jobOf = (id: string, state: VerifyJob['state'] = 'running'): VerifyJob => ({
  ...{ id, state, partitionsDone: 0, partitions: 0, postings: 0, numbersCompared: 0 },
  ...{ differences: [], differenceCount: 0 },
});
const begun = (id: string) => ({ run: jobOf(id), owner: 'a', beatMs: 1 });

test('of many replicas that begin at once one does, a run that ended is final, and the last twenty are retained', async () => {
  let day = 0;
  const [a, b] = [1, 2].map(() =>
    createVerificationStore(fixture.mongo, () => new Date(Date.UTC(2026, 0, (day += 1)))),
  );
  const began = await Promise.all(
    Array.from({ length: 12 }, (_, i) => (i % 2 ? a! : b!).begin(begun(`j${i}`))),
  );
  expect(began.filter(Boolean)).toHaveLength(1);
  const { id } = (await b!.running())!.run;
  expect(await b!.find(id)).toEqual(begun(id));

  expect(await a!.update(jobOf(id), 2, 0)).toBe(false);
  expect(await a!.update(jobOf(id), 2, 1)).toBe(true);
  expect(await b!.update(jobOf(id, 'failed'), 3, 2)).toBe(true);
  expect(await a!.update(jobOf(id, 'done'), 4)).toBe(false);
  expect(await a!.find(id)).toEqual({ run: jobOf(id, 'failed'), owner: 'a', beatMs: 3 });
  expect(await a!.running()).toBeNull();

  for (let i = 0; i < MOST_RETAINED; i += 1) {
    expect(await a!.begin(begun(`next${i}`))).toBe(true);
    expect(await b!.update(jobOf(`next${i}`, 'done'), 5)).toBe(true);
  }
  expect(await a!.find(id)).toBeNull();
  expect(await a!.find('next0')).not.toBeNull();
  expect(await databaseOf(fixture.mongo).collection('verifications').countDocuments()).toBe(MOST_RETAINED);
});
