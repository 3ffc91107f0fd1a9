import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startMongoSet, type MongoSet, type StepDown } from '@skillstream/engines/mongo-set';
import { logFaults } from '../platform/log-faults.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { account } from './account.ts';
import { tell } from './figures.ts';
import { createMongoFlow } from './mongo-flow.ts';
import { firstWrites, writePaths } from './write-paths.ts';

// The four services over a MongoDB that looks like a set on the wire, driven from outside only. After each fault, in
// each way of writing: every number is exactly what it is without faults.
const LIMIT_MS = 600_000;
let platform: Platform;
let set: MongoSet;
let flow: ReturnType<typeof createMongoFlow>;
/** Write paths that have not met their fault yet. */
const open = new Set<string>();
beforeAll(async () => {
  platform = await startPlatform({}, undefined, async (urls) => {
    set = await startMongoSet({ upstream: new URL(urls.mongoUrl).host });
    meet(firstWrites, { when: 'after', error: 64 });
    return { ...urls, mongoUrl: set.url };
  });
  flow = createMongoFlow(platform);
}, LIMIT_MS);
const meet = (paths: typeof writePaths, stepDown: StepDown) => {
  for (const [path, on] of Object.entries(paths)) {
    open.add(path);
    void set.stepDown({ ...stepDown, on }).then(() => open.delete(path));
  }
};
const allHaveMet = () =>
  until(
    'each write path has met its fault',
    () => open.size === 0 || Promise.reject(new Error([...open].join(', '))),
  );
afterAll(async () => {
  set?.heal();
  await platform?.stop();
  await set?.close();
}, LIMIT_MS);

/** Waits until nothing moves, then compares answers, ledger, logs and recount with what was sent. */
const everyNumberIsExact = async (scenario: string) => {
  const { total } = await platform.settled();
  const [received, tagged] = await platform.readLogs();
  const { accepted, repeated, ...log } = account(flow.events(), received);
  const { differences, postings } = await platform.verify();
  const [count, retracted] = [flow.count(), flow.retracted()];
  const live = count - retracted;
  const found = {
    ...log,
    unasked: received.map(({ eventId }) => eventId).filter((id) => !flow.events().has(id)),
    wrongResults: flow.wrong(),
    logFaults: logFaults(received, tagged),
    differences,
  };
  tell({
    ...{ scenario, accepted, repeated, lost: log.lost.length, twice: log.twice.length },
    ...{ uncounted: live - total.counted, differences: differences.length + found.logFaults.length },
  });
  const none = { lost: [], twice: [], unasked: [], wrongResults: [], logFaults: [], differences: [] };
  expect(found).toEqual(none);
  expect({ postings, ...total }).toMatchObject({
    ...{ postings: count, accepted: count, counted: live, retracted },
    ...{ pending: 0, inFlight: 0, deadLettered: 0, missing: 0 },
  });
};

/** Postings are inserted, changed, retracted and tagged again, and all is settled, before the next round. */
const round = async () => {
  await flow.change();
  await flow.tagAgain();
};

test(
  'a log is begun once, though what is written for it was applied without a majority',
  async () => {
    await round();
    await allHaveMet();
    await everyNumberIsExact('first generation');
  },
  LIMIT_MS,
);

const stepDowns: [string, StepDown][] = [
  ['10107 before it is applied', { when: 'before', error: 10107 }],
  ['91 before it is applied', { when: 'before', error: 91 }],
  ['a cut connection before it is applied', { when: 'before' }],
  ['189 after it was applied', { when: 'after', error: 189 }],
  ['11602 after it was applied', { when: 'after', error: 11602 }],
  ['a cut connection after it was applied', { when: 'after' }],
  ['64 after it was applied', { when: 'after', error: 64 }],
];
test.each(stepDowns)(
  'every number is exact after a step-down in each write path: %s',
  async (fault, stepDown) => {
    meet(writePaths, stepDown);
    await round();
    await allHaveMet();
    await everyNumberIsExact(fault);
  },
  LIMIT_MS,
);

test(
  'every number is exact after a majority was lost for a time, and nothing is accepted without one',
  async () => {
    const seen = new Set<string>();
    set.loseMajority();
    void set.stepDown({
      when: 'before',
      on: (write) => {
        seen.add(write.collection);
        return false;
      },
    });
    let accepted = false;
    const changing = flow.change().finally(() => (accepted = true));
    await until('intake and relay wait for a majority', () => seen.has('leases') && seen.size > 1);
    expect(accepted).toBe(false);
    set.heal();
    await changing;
    await everyNumberIsExact('majority lost');
  },
  LIMIT_MS,
);

test(
  'every number is exact after cut connections, late replies and connections that swallow everything',
  async () => {
    let over = false;
    const changing = (async () => {
      while (!over) await flow.add();
    })();
    const grows = async () => {
      const before = flow.count();
      await until('more postings are accepted', () => flow.count() > before);
    };
    for (let i = 0; i < 8; i += 1) {
      set.delayReplies(i % 2 === 0 ? 50 : 0);
      set.cut();
      await grows();
    }
    set.halfOpen();
    await until(
      'ingestion says that it is not ready',
      async () => !(await fetch(`${platform.service('ingestion').url}/readyz`)).ok,
    );
    set.heal();
    await grows();
    over = true;
    await changing;
    await everyNumberIsExact('cut, late and half open');
  },
  LIMIT_MS,
);
