import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { boardsResult, type BoardState } from '@skillstream/contracts';
import { startReplayServer, type ReplayServer } from '../packages/boards/test/replay-server.ts';
import { connectedMongo } from './platform/connected-mongo.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { replayEnv } from './platform/replay-env.ts';
import type { Service } from './platform/service.ts';
import { allowed } from './platform/token.ts';

// A board whose list has two pages, and whose texts are fetched one by one, is read by one of two replicas, which is
// killed in the middle: in the first run, and in one after which some jobs are gone.
const JOBS = 130;
const BATCH = 20;
const STUCK_AT = 60;
const ADDRESS = 'https://careers.smartrecruiters.com/boats';
const folder = mkdtempSync(join(tmpdir(), 'skillstream-boards-'));

let platform: Platform;
let server: ReplayServer;
let listed = Array.from({ length: JOBS }, (_, i) => i);
/** The number of the request for a text that is never answered; null: all are. */
let stuckAt: number | null = null;
let [texts, stuck] = [0, Promise.withResolvers<void>()];

const page = (offset: number) => ({
  ...{ offset, totalFound: listed.length },
  content: listed.slice(offset, offset + 100).map((id) => ({ id: String(id), name: `Engineer ${id}` })),
});
const text = { jobAd: { sections: { jobDescription: { text: '<p>We use Kafka.</p>' } } } };

beforeAll(async () => {
  server = await startReplayServer((place, { url }) => {
    if (place.endsWith('/postings')) {
      const offset = Number(new URL(url!, 'http://replay').searchParams.get('offset'));
      return { body: JSON.stringify(page(offset)) };
    }
    texts += 1;
    if (texts === stuckAt) {
      stuck.resolve();
      return { silent: true };
    }
    const id = place.split('/').at(-1)!;
    return { body: JSON.stringify({ id, name: `Engineer ${id}`, ...text }) };
  });
  const file = join(folder, 'sources.yaml');
  writeFileSync(file, `sources:\n  - { name: boats, address: "${ADDRESS}" }\n`);
  // Short, since it has to be waited for; a replica on a busy machine still renews it in time.
  const env = { ...replayEnv(server.origin), BOARDS_FILE: file, LEASE_MS: '5000' };
  stuckAt = STUCK_AT;
  platform = await startPlatform((name) => (name === 'ingestion' ? env : {}));
  platform.service('ingestion', 2).start();
});
afterAll(async () => {
  await platform.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a replica knows of the source; the gateway asks the first one alone, which may be the one that was killed. */
const boats = async (replica: Service): Promise<BoardState> => {
  const response = await fetch(`${replica.url}/v1/boards`, await allowed());
  return boardsResult.parse(await response.json()).boards[0]!;
};
const ended = (replica: Service, before: BoardState | null = null) =>
  until('the run has ended', async () => {
    const found = await boats(replica);
    return found.lastRun && found.lastRun.endedAt !== before?.lastRun?.endedAt ? found : null;
  });
const ask = async () => {
  const response = await fetch(`${platform.url}/v1/boards/boats/run`, await allowed({ method: 'POST' }));
  expect(response.status).toBe(200);
};
/** Kills the replica that reads the board, once it is in the middle of it. @returns it, and the one that is left */
const killReader = async () => {
  await stuck.promise;
  const mongo = await connectedMongo(`${platform.urls.mongoUrl}/skillstream_ingestion`);
  const board = await mongo
    .collection<{ _id: string; run: { by: string } }>('boards')
    .findOne({ _id: 'boats' });
  await mongo.close();
  const replicas = [1, 2].map((replica) => platform.service('ingestion', replica));
  const [[killed], [left]] = [true, false].map((is) =>
    replicas.filter((service) => board!.run.by.includes(`:${service.pid()}-`) === is),
  ) as [[Service], [Service]];
  killed.signal('SIGKILL');
  await killed.ended();
  return { killed, left };
};
/** How often each text was asked for since the last look. */
const lookAt = { from: 0 };
const asked = () => {
  const places = server.asked.slice(lookAt.from);
  lookAt.from = server.asked.length;
  const details = places.filter((place) => !place.includes('?')).map((place) => place.split('/').at(-1)!);
  const counts = Object.values(Object.groupBy(details, (id) => id)).map((all) => all!.length);
  return {
    jobs: counts.length,
    twice: counts.filter((count) => count > 1).length,
    most: Math.max(...counts),
  };
};

/** How many versions each log holds; a relay that was killed before it cleared them publishes a page of them again. */
const versionsInLogs = async (): Promise<number[]> =>
  (await platform.readLogs()).map((log) => new Set(log.map(({ eventId }) => eventId)).size);

test('a replica that is killed in the middle of a run is followed by the other one, from where it was', async () => {
  const { killed, left } = await killReader();
  const { lastRun } = await ended(left);
  expect(lastRun).toMatchObject({ outcome: 'complete', listed: JOBS, stored: JOBS, rejected: 0, closed: 0 });
  // What was read and not stored yet, and the text that never came.
  const { jobs, twice, most } = asked();
  expect([jobs, most]).toEqual([JOBS, 2]);
  expect(twice).toBeLessThanOrEqual(BATCH);
  killed.start();
  await killed.ready();
  const { total } = await platform.settled();
  expect(total).toMatchObject({ accepted: JOBS, counted: JOBS, retracted: 0, deadLettered: 0 });
  expect(await versionsInLogs()).toEqual([JOBS, JOBS]);
});

test('killed in a run after which jobs are gone, none is closed until two runs have read all of its two pages', async () => {
  const before = await boats(platform.service('ingestion'));
  listed = listed.slice(5);
  [texts, stuck] = [0, Promise.withResolvers<void>()];
  await ask();
  const { killed, left } = await killReader();
  const broken = await ended(left, before);
  expect(broken.lastRun).toMatchObject({
    ...{ outcome: 'complete', unchanged: JOBS - 5, stored: 0, closed: 0 },
    reason: expect.stringContaining('broken off'),
  });
  expect(asked()).toMatchObject({ jobs: JOBS - 5, most: 2 });
  killed.start();
  await killed.ready();
  stuckAt = null;
  await ask();
  const once = await ended(left, broken);
  expect(once.lastRun).toMatchObject({ outcome: 'complete', reason: null, closed: 0 });
  await ask();
  expect((await ended(left, once)).lastRun).toMatchObject({ outcome: 'complete', reason: null, closed: 5 });
});

test('every job is stored and counted once, and no number is off', async () => {
  const { total } = await platform.settled();
  expect(total).toMatchObject({ accepted: JOBS, counted: JOBS, retracted: 0, deadLettered: 0 });
  expect(await versionsInLogs()).toEqual([JOBS + 5, JOBS + 5]);
  expect(await platform.logFaults()).toEqual([]);
  expect((await platform.verify()).differences).toEqual([]);
});
