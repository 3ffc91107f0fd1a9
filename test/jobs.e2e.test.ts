import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  postingRecord,
  postingsPage,
  postingsTagged,
  reconciliationPage,
  taggedPosting,
  type PostingInput,
  type TaggedPosting,
} from '@skillstream/contracts';
import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { expectPrimary, JOBS, jobsOf, lastRunOf } from './flows/job-in-places.ts';
import { playBoard, playedSource } from './platform/play-board.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

// A board that has no job yet, and all that it will have.
const { name } = playedSource;
const listed = jobsOf(name);
let open = 0;
const list = () => ({ jobs: listed.slice(0, open), meta: { total: open } });

let platform: Platform;
let board: Awaited<ReturnType<typeof playBoard>>;
beforeAll(async () => {
  board = await playBoard(() => ({ body: JSON.stringify(list()) }));
  platform = await startPlatform((service) => (service === 'ingestion' ? board.env : {}));
});
afterAll(async () => {
  await platform.stop();
  await board.close();
});

const ORGANIZATIONS = 6;
const MEMBERS = 5;
const words = (organization: number): string =>
  Array.from({ length: 80 }, (_, at) => `text${organization}x${at}`).join(' ');
const day = (member: number) => `2026-03-0${member + 1}`;
const postings: PostingInput[] = Array.from({ length: ORGANIZATIONS * MEMBERS }, (_, at) => {
  const [organization, member] = [at % ORGANIZATIONS, Math.floor(at / ORGANIZATIONS)];
  return {
    ...{ source: `board-${member}`, sourceId: `${organization}`, datePosted: day(member) },
    ...{ title: 'Data Engineer', organization: `Company ${organization}`, location: 'Berlin, Germany' },
    description: `We use Kafka and Go. ${words(organization)}`,
  };
});

/** The latest tagged version of each posting that is not retracted, and how many partitions have some. */
const tagged = async () => {
  const kafka = createKafka(platform.urls.kafkaBrokers, 'read-jobs', silentLog());
  const admin = createTopicAdmin(kafka, silentLog());
  const latest = new Map<string, TaggedPosting | null>();
  const partitions = new Set<number>();
  const keep = toTheEnd((partition, records) => {
    for (const { key, value } of records) {
      partitions.add(partition);
      latest.set(String(key), value && taggedPosting.parse(JSON.parse(String(value))));
    }
  });
  try {
    await readRange({ kafka, admin }, postingsTagged.name, keep);
  } finally {
    await admin.close();
  }
  return { postings: [...latest.values()].filter((one) => one !== null), partitions: partitions.size };
};
/** The postings of each job by the sources, those that count first. */
const jobs = (found: readonly TaggedPosting[]) =>
  [...Map.groupBy(found, ({ job }) => job).values()].map((members) => {
    const of = (primary: boolean) =>
      members
        .filter((one) => one.primary === primary)
        .map(({ source, organization }) => `${organization}, ${source}`)
        .sort();
    return { counting: of(true), others: of(false) };
  });

test('of postings of one job on several boards exactly one counts, and another one once that is retracted', async () => {
  const results = await sendAll(platform.url, postings);
  await platform.settled();

  const before = await tagged();
  expect(before.partitions).toBeGreaterThan(1);
  expect(before.postings).toHaveLength(ORGANIZATIONS * MEMBERS);
  const found = jobs(before.postings).sort((a, b) => (a.counting.join() < b.counting.join() ? -1 : 1));
  expect(found).toEqual(
    Array.from({ length: ORGANIZATIONS }, (_, organization) => ({
      counting: [`Company ${organization}, board-0`],
      others: [1, 2, 3, 4].map((member) => `Company ${organization}, board-${member}`),
    })),
  );

  const first = results.find(({ line }) => line === 1)!.postingId;
  const shown = postingRecord.parse(await platform.get(`/v1/postings/${first}`));
  expect(shown).toMatchObject({ job: expect.any(String), primary: true });
  // Over all boards, by the id that each of them has.
  const listed = postingsPage.parse(await platform.get(`/v1/postings?job=${shown.job}`));
  expect(listed.postings).toHaveLength(MEMBERS);
  const counting = listed.postings.filter(({ primary }) => primary === true);
  expect(counting.map(({ postingId }) => postingId)).toEqual([first]);
  const gone = await fetch(`${platform.url}/v1/postings/${first}`, await allowed({ method: 'DELETE' }));
  expect(gone.status).toBe(200);
  await platform.settled();
  const after = jobs((await tagged()).postings).find(({ counting }) => counting[0]?.startsWith('Company 0'));
  expect(after?.counting).toEqual(['Company 0, board-1']);

  expect(await platform.logFaults()).toEqual([]);
  const page = reconciliationPage.parse(await platform.get('/v1/reconciliation'));
  expect(page).toMatchObject({ differences: [], settled: true });
  expect(page.jobs).toEqual({ checked: ORGANIZATIONS, differences: [] });
  const env = { SKILLSTREAM_TOKEN: (await platform.tokens())! };
  const verified = await runCommand(['verify', '--gateway', platform.url], env);
  expect(verified.out).toContain(`${ORGANIZATIONS} jobs of several postings checked, 0 differences`);
  expect(verified.code).toBe(0);
  const members = await runCommand(
    ['postings', '--job', shown.job!, '--limit', '2', '--gateway', platform.url],
    env,
  );
  expect(members.out).toContain(`2 postings of job ${shown.job}`);
  expect(members.out).toContain(
    `there are more: skillstream postings --job ${shown.job} --limit 2 --after board-`,
  );
  expect(members.code).toBe(0);
});

/** Has the board read once, which lists so many of its jobs now. @returns how that ended */
const readBoard = async (jobs: number) => {
  open = jobs;
  await until('it is asked for', async () => {
    const asked = await fetch(`${platform.url}/v1/boards/${name}/run`, await allowed({ method: 'POST' }));
    return asked.ok;
  });
  return until('the board was read', async () => {
    const run = await lastRunOf(platform);
    return run?.listed === jobs && run;
  });
};

// The same as on a cluster (real-postings.cluster.test.ts).
test("of a board's job in three cities one posting counts, and another one once that is closed", async () => {
  expect(await readBoard(JOBS)).toMatchObject({ outcome: 'complete', stored: JOBS, closed: 0 });
  await expectPrimary(platform, name, 8);
  expect(await readBoard(JOBS - 4)).toMatchObject({ outcome: 'complete', stored: 0, closed: 4 });
  await expectPrimary(platform, name, 5);
});
