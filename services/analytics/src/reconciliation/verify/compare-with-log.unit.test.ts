import { expect, test } from '@jest/globals';
import type { VerifyJob } from '@skillstream/contracts';
import { logOf } from '../../../test/events.ts';
import { readBatch } from '../../contribution/read-batch.ts';
import type { CurrentFact } from './compare-facts.ts';
import { recount } from './recount.ts';
import { compareWithLog, type VerificationDeps } from './compare-with-log.ts';

const logs = [
  logOf(0, [
    { id: 1, skills: ['a'] },
    { id: 2, skills: ['b'] },
    { id: 1, skills: ['b', 'c'] },
    { id: 2, skills: null },
  ]),
  logOf(1, [{ id: 1, skills: ['a'], primary: false }]),
];

type Fixture = {
  positions: number[];
  views: Map<string, Map<string, string>>[];
  facts: Map<string, Omit<CurrentFact, 'postingId'>>;
  /** The position that the facts report. */
  reach: number;
  onWait: (fixture: Fixture) => void;
};

/** Correct views and facts, the views at these positions. */
const fixtureOf = (positions = [3, 0]): Fixture => {
  const views = positions.map((position, partition) => {
    const { changes } = readBatch(logs[partition]!.slice(0, position + 1));
    const latest = new Map(changes.map(({ postingId, contribution }) => [postingId, contribution]));
    return new Map(
      [...recount(latest.values())].map(([key, fields]) => [
        key,
        new Map([...fields].map(([field, n]) => [field, String(n)])),
      ]),
    );
  });
  const facts = new Map(
    logs.flatMap((log) =>
      log.map(({ key, partition, offset, value }) => [
        key!,
        { partition, offset, retracted: value === null, ...(partition === 1 && { primary: false }) },
      ]),
    ),
  );
  return { positions, views, facts, reach: 9, onWait: () => undefined };
};

const run = async (fixture: Fixture) => {
  let [waits, pauses] = [0, 0];
  const job: Partial<VerifyJob> = {};
  const readLog: VerificationDeps['readLog'] = async ({ until, onRecords, onDone }) => {
    for (const [partition, log] of logs.entries()) {
      const end = await until(partition, log.length);
      for (const record of log.slice(0, end)) onRecords(partition, [record]);
      await onDone?.(partition);
    }
  };
  const current = () => [...fixture.facts].map(([postingId, fact]): CurrentFact => ({ postingId, ...fact }));
  await compareWithLog({
    readLog,
    snapshot: async (p) => ({ position: fixture.positions[p]!, views: fixture.views[p]! }),
    factsIn: async function* (p) {
      for (const fact of current()) if (fact.partition === p) yield [fact];
    },
    factsById: async (ids) => current().filter(({ postingId }) => ids.includes(postingId)),
    factsReach: async () => fixture.reach,
    wait: async () => {
      waits += 1;
      fixture.onWait(fixture);
    },
    progress: (change) => Object.assign(job, change),
    pause: () => void (pauses += 1),
  });
  return { job, waits, pauses };
};

test.each([[[3, 0]], [[1, -1]], [[-1, -1]]])(
  'correct views at the positions %j, and correct facts, differ in nothing',
  async (positions) => {
    const { job, waits } = await run(fixtureOf(positions));
    expect(job).toMatchObject({ partitionsDone: 2, postings: 3, differences: [], differenceCount: 0 });
    expect(waits).toBe(0);
  },
);

test.each<[string, (fixture: Fixture) => void, object]>([
  [
    'a number of a view that is wrong',
    ({ views }) => views[1]!.get('demand:2025-01:own:all')!.set('s:a', '2'),
    { model: 'views', partition: 1, key: 'demand:2025-01:own:all', field: 's:a', expected: '1', found: '2' },
  ],
  [
    'a number of duplicates that is wrong',
    ({ views }) => views[1]!.get('demand:2025-01:own:all')!.set('dup:s:a', '2'),
    {
      ...{ model: 'views', partition: 1, key: 'demand:2025-01:own:all' },
      ...{ field: 'dup:s:a', expected: '1', found: '2' },
    },
  ],
  [
    'a number of duplicates that is missing',
    ({ views }) => views[1]!.get('ledger')!.delete('dup:n:test'),
    { model: 'views', partition: 1, key: 'ledger', field: 'dup:n:test', expected: '1', found: '0' },
  ],
  [
    'a duplicate that its fact takes for a job',
    ({ facts }) => facts.set('test.1-1', { partition: 1, offset: 0, retracted: false }),
    { model: 'facts', partition: 1, key: 'test.1-1', field: 'primary', expected: 'false', found: 'true' },
  ],
  [
    'a job that its fact takes for a duplicate',
    ({ facts }) => facts.set('test.0-1', { partition: 0, offset: 2, retracted: false, primary: false }),
    { model: 'facts', partition: 0, key: 'test.0-1', field: 'primary', expected: 'true', found: 'false' },
  ],
  [
    'a view too many',
    ({ views }) => views[0]!.set('demand:1999-01:own:all', new Map([['n', '1']])),
    { model: 'views', partition: 0, key: 'demand:1999-01:own:all', field: 'n', expected: '0', found: '1' },
  ],
  [
    'a view that is missing',
    ({ views }) =>
      views[1]!.set(
        'ledger',
        new Map([
          ['v:test', '1'],
          ['dup:n:test', '1'],
        ]),
      ),
    { model: 'views', partition: 1, key: 'ledger', field: 'n:test', expected: '1', found: '0' },
  ],
  [
    'a fact that is missing',
    ({ facts }) => facts.delete('test.0-1'),
    { model: 'facts', partition: 0, key: 'test.0-1', field: 'offset', expected: '2', found: null },
  ],
  [
    'a fact that is too old',
    ({ facts }) => facts.set('test.0-1', { partition: 0, offset: 0, retracted: false }),
    { model: 'facts', partition: 0, key: 'test.0-1', field: 'offset', expected: '2', found: '0' },
  ],
  [
    'a fact too many',
    ({ facts }) => facts.set('test.0-9', { partition: 0, offset: 1, retracted: false }),
    { model: 'facts', partition: 0, key: 'test.0-9', field: 'offset', expected: null, found: '1' },
  ],
])('it finds %s', async (_, plant, difference) => {
  const fixture = fixtureOf();
  plant(fixture);
  const { job } = await run(fixture);
  expect(job).toMatchObject({ differences: [difference], differenceCount: 1 });
});

test('lagging facts are awaited until they have caught up, and then nothing differs', async () => {
  const fixture = fixtureOf();
  fixture.reach = 0;
  fixture.facts.delete('test.0-1');
  fixture.facts.delete('test.1-1');
  let rounds = 0;
  fixture.onWait = ({ facts }) => {
    rounds += 1;
    if (rounds === 2) facts.set('test.0-1', { partition: 0, offset: 2, retracted: false });
    if (rounds === 3) facts.set('test.1-1', { partition: 1, offset: 0, retracted: false, primary: false });
  };
  const { job, waits } = await run(fixture);
  expect(job).toMatchObject({ differences: [], differenceCount: 0 });
  expect(waits).toBe(3);
});

test('facts that have caught up are not awaited: what they lack is lost', async () => {
  const fixture = fixtureOf();
  fixture.facts.delete('test.0-1');
  const { job, waits } = await run(fixture);
  expect([job.differenceCount, waits]).toEqual([1, 0]);
});

test('facts that do not move are awaited for a bounded time, and then the verification fails without a result', async () => {
  const fixture = fixtureOf();
  fixture.reach = 0;
  fixture.facts.clear();
  await expect(run(fixture)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/ask later$/),
  });
});

test('a retraction whose tombstone was cleaned from the log is not a difference, and is counted separately', async () => {
  const fixture = fixtureOf();
  fixture.facts.set('test.0-8', { partition: 0, offset: 1, retracted: true });
  expect((await run(fixture)).job).toMatchObject({ differenceCount: 0, cleanedRetractions: 1 });
  fixture.facts.set('test.0-8', { partition: 0, offset: 1, retracted: false });
  expect((await run(fixture)).job).toMatchObject({ differenceCount: 1, cleanedRetractions: 0 });
});

test('of many differences a thousand are reported, and all are counted', async () => {
  const fixture = fixtureOf();
  for (let i = 0; i < 1500; i += 1)
    fixture.facts.set(`x.${i}`, { partition: i % 2, offset: 0, retracted: false });
  const { job } = await run(fixture);
  expect(job.differences).toHaveLength(1000);
  expect(job.differenceCount).toBe(1500);
});

test('it yields to the event loop between two postings that are counted, and between two views that are compared', async () => {
  const fixture = fixtureOf();
  const { job, pauses } = await run(fixture);
  const views = fixture.views.reduce((sum, one) => sum + one.size, 0);
  expect(views).toBeGreaterThan(5);
  // One of the three postings is retracted in the end, and does not count.
  expect(pauses).toBe(2 + views);
  expect(job.differenceCount).toBe(0);
});
