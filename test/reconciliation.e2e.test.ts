import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  demandResult,
  ingestResult,
  problem,
  reconciliationPage,
  type PostingInput,
} from '@skillstream/contracts';
import { openAccepted, type Accepted } from './platform/accepted.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

// What is lost here is lost by hand, past every guard: in a log that is whole, of postings that say they are in it.
const COUNT = 60;
let platform: Platform;
let accepted: Accepted;
let ids: string[];
beforeAll(async () => {
  platform = await startPlatform();
  accepted = await openAccepted(platform.engines.urls.mongoUrl);
  ids = await sendSome(range(0, COUNT));
  await platform.settled();
});
afterAll(async () => {
  await accepted.close();
  await platform.stop();
});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const posting = (i: number): PostingInput => ({
  ...{ source: 'e2e', sourceId: `r-${i}`, title: 'Backend Engineer', description: 'We use Kafka and Go.' },
  datePosted: '2025-03-01',
});
const sendSome = async (numbers: number[]): Promise<string[]> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(numbers.map((i) => posting(i)));
  const response = await fetch(
    `${platform.url}/v1/postings`,
    await allowed({ method: 'POST', headers, body }),
  );
  const results = ingestResult.array().parse(await response.json());
  return results.map((result) => ('postingId' in result ? result.postingId : ''));
};
const skillstream = async (...args: string[]) => {
  const token = (await platform.tokens())!;
  return runCommand([...args, '--gateway', platform.url], { SKILLSTREAM_TOKEN: token });
};
const population = async (via: 'views' | 'facts') =>
  demandResult.parse(await platform.get(`/v1/demand?via=${via}`)).population;
const populations = async () => [await population('views'), await population('facts')];
// On a busy machine a part may be late: then it is asked again.
const reconcile = async (query = '') =>
  reconciliationPage.parse(await until('it is answered', () => platform.get(`/v1/reconciliation?${query}`)));
const unbalanced = () =>
  until('the ledger stands still', async () => {
    const found = await platform.ledger();
    return found.idle ? found : null;
  });

/** Verifies by the command, which must name exactly this; repairs; and verifies again. */
const repairs = async (line: string) => {
  const verified = await skillstream('verify');
  expect(verified).toMatchObject({ code: 1, out: expect.stringContaining(`\n${line}\n`) });
  expect(verified.out).toContain('1 difference');
  const repaired = await skillstream('repair');
  expect(repaired).toMatchObject({ code: 0, out: expect.stringContaining(`published again: ${line}\n`) });
  expect(repaired.out).toMatch(/\n1 of \d+ postings published again\n.*, 0 differences/);
  await platform.settled();
  expect(await skillstream('verify')).toMatchObject({ code: 0, out: expect.not.stringContaining('e2e.') });
};

test('where nothing is lost nothing is named, and nothing is published again', async () => {
  expect(await skillstream('verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('60 postings reconciled, 0 differences'),
  });
  expect(await skillstream('repair')).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 of 60 postings published again'),
  });
  expect((await platform.ledger()).total).toMatchObject({ accepted: COUNT, counted: COUNT, missing: 0 });
});

test('a posting that never came into the log is missing in the ledger, named by verify, and counted after a repair', async () => {
  const lost = 'e2e.lostlostlostlostlost';
  await accepted.insertLost(ids[0]!, lost);
  expect(await unbalanced()).toMatchObject({
    balanced: false,
    total: { missing: 1, inFlight: 0, counted: COUNT },
  });
  const { out } = await skillstream('status');
  expect(out).toContain('NOT BALANCED: 1 posting is missing. skillstream verify names each');
  await repairs(`missing: ${lost}: accepted version 1, counted nothing`);
  expect((await platform.ledger()).total).toMatchObject({
    accepted: COUNT + 1,
    counted: COUNT + 1,
    missing: 0,
  });
  expect(await populations()).toEqual([COUNT + 1, COUNT + 1]);
});

test('a version that never came into the log leaves the posting behind, and a repair brings it', async () => {
  await accepted.postings.updateOne({ _id: ids[1]! }, { $set: { version: 4 } });
  expect(await unbalanced()).toMatchObject({ balanced: false, total: { missing: 0 } });
  await repairs(`behind: ${ids[1]}: accepted version 4, counted version 1`);
});

test('a retraction that never came into the log leaves the posting counted, and a repair takes it out', async () => {
  const [before] = await populations();
  const retracted = { version: 2, retracted: true, posting: null };
  await accepted.postings.updateOne({ _id: ids[2]! }, { $set: retracted });
  expect(await unbalanced()).toMatchObject({ balanced: false });
  await repairs(`behind: ${ids[2]}: accepted version 2, retracted, counted version 1`);
  expect(await populations()).toEqual([before! - 1, before! - 1]);
  expect((await platform.ledger()).total).toMatchObject({ retracted: 1, missing: 0 });
});

test('a posting that only analytics knows is named as too much, which no repair publishes; sent again it is right', async () => {
  await accepted.postings.deleteOne({ _id: ids[3]! });
  const line = `too much: ${ids[3]}: accepted nothing, counted version 1`;
  expect(await skillstream('verify')).toMatchObject({ code: 1, out: expect.stringContaining(`\n${line}\n`) });
  const repaired = await skillstream('repair');
  expect(repaired.code).toBe(1);
  expect(repaired.out).toMatch(/^0 of \d+ postings published again\n/);
  expect(repaired.out).toContain(`${line}\n`);
  expect(repaired.out).toContain('publishing cannot repair it');
  await sendSome([3]);
  await platform.settled();
  expect(await skillstream('verify')).toMatchObject({ code: 0 });
});

test('verify --json has both: the recount, and what was accepted against what is counted', async () => {
  await accepted.postings.updateOne({ _id: ids[4]! }, { $set: { version: 9 } });
  const { code, out } = await skillstream('verify', '--json');
  const accept = { version: 9, retracted: false };
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    {
      ...{ state: 'done', differenceCount: 0, differences: [] },
      reconciliation: {
        ...{ postings: COUNT + 1, behind: 1, missing: 0, tooMuch: 0, undecided: 0 },
        differences: [
          { kind: 'behind', postingId: ids[4], accepted: accept, counted: { version: 1, retracted: false } },
        ],
      },
    },
  ]);
  expect(await skillstream('repair')).toMatchObject({ code: 0 });
});

test('pages of any size see every posting once', async () => {
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page = await reconcile(`limit=7${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
    expect(page).toMatchObject({ settled: true, differences: [] });
    seen.push(page.counts.postings);
    after = page.next;
  } while (after !== null);
  expect(Math.max(...seen)).toBe(7);
  expect(seen.reduce((sum, postings) => sum + postings, 0)).toBe(COUNT + 1);
});

describe('while things move', () => {
  test('nothing is called missing that is on its way, though postings come, change and go all the while', async () => {
    let over = false;
    const send = async () => {
      for (let round = 0; !over; round += 1)
        await sendAll(
          platform.url,
          range(1000, 1200).map((i) => ({ ...posting(i), description: `We use Kafka in round ${round}.` })),
        );
    };
    const sending = send();
    try {
      for (let looks = 0; looks < 5; looks += 1)
        expect((await reconcile('limit=50')).differences).toEqual([]);
      for (let looks = 0; looks < 5; looks += 1)
        expect((await reconcile('limit=5000')).differences).toEqual([]);
    } finally {
      over = true;
    }
    await sending;
    await platform.settled();
    expect(await skillstream('verify')).toMatchObject({ code: 0 });
  });

  test('while nobody says whether a posting is on its way, nothing is claimed: the part that is away is named', async () => {
    await platform.service('tagging').stop();
    const [late] = await sendSome([5000]);
    await until(
      'it is published',
      async () => (await accepted.postings.findOne({ _id: late! }))!.pendingVersion === null,
    );
    const response = await fetch(`${platform.url}/v1/reconciliation`, await allowed());
    expect(problem.parse(await response.json())).toMatchObject({
      status: 503,
      detail: 'tagging is not available',
    });
    platform.service('tagging').start();
    await platform.service('tagging').ready();
    await platform.settled();
    expect((await reconcile()).differences).toEqual([]);
  });
});
