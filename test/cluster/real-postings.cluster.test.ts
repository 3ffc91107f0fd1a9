import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { erasure } from '@skillstream/contracts';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { expectPrimary, idOf, JOBS, jobsOf, lastRunOf, PLANTED, recordOf } from '../flows/job-in-places.ts';
import { askRelease, createClusterRelease, imageTag, type ReleaseQueries } from './cluster-platform.ts';
import { reaches, runIn } from './network.ts';
import { playedSource, playedValues, startPlayedBoard } from './played-board.ts';

// A release that reads a job board, counts a job in several places once, keeps texts for a year, and is asked to
// erase them.
const release = createClusterRelease('skillstream-postings');
const { namespace } = release;
const folder = mkdtempSync(join(tmpdir(), 'skillstream-postings-'));
const { name } = playedSource;
let queries: ReleaseQueries;
let board: Awaited<ReturnType<typeof startPlayedBoard>>;
beforeAll(async () => {
  await release.purge();
  board = await startPlayedBoard(namespace, jobsOf(name));
  const values = join(folder, 'values.json');
  writeFileSync(values, JSON.stringify({ ingestion: { ...playedValues, retention: { months: 12 } } }));
  await install(release.target, { tag: imageTag, values: [values], sets: [] });
  await release.ready();
  queries = await askRelease(release);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await queries?.stop();
  await board?.stop();
  await release.purge();
});

const lastRun = () => lastRunOf(queries);
const idAt = (job: number) => idOf(name, job);
const recordAt = (job: number) => recordOf(queries, name, job);

// Runs in a pod of ingestion, which is the only one that knows this database's password.
const inMongo = (body: string) =>
  runIn(
    namespace,
    'ingestion',
    `const { MONGO_URL, MONGO_USERNAME: user, MONGO_PASSWORD: pass, MONGO_AUTH_SOURCE: authSource } = process.env;
    const options = user ? { user, pass, authSource } : {};
    require('/app/node_modules/mongoose').createConnection(MONGO_URL, options).asPromise().then(async ({ db }) => {
      ${body}
      process.exit();
    });`,
  );
const textsInMongo = () =>
  inMongo(`for (const { name } of await db.listCollections().toArray())
      for await (const one of db.collection(name).find({}, { promoteBuffers: true }))
        process.stdout.write(JSON.stringify(one, (_, value) => value?.type === 'Buffer' ? Buffer.from(value.data).toString() : value));`);

test('a board of the values is read, by ingestion alone, and its postings are counted', async () => {
  const run = await until('the board was read', async () => {
    const found = await lastRun();
    return found?.outcome === 'complete' ? found : null;
  });
  expect(run).toMatchObject({ listed: JOBS, stored: JOBS, rejected: 0, closed: 0, faults: [] });
  expect(run.filled).toMatchObject({ title: JOBS, organization: JOBS, country: JOBS });
  await until('all are counted', async () => (await queries.settled()).total.counted === JOBS);
  const to = ['played-board.skillstream-clients', 8080] as const;
  expect(await reaches(namespace, 'ingestion', ...to)).toBe(true);
  expect(await reaches(namespace, 'tagging', ...to)).toBe(false);
  expect(await textsInMongo()).toContain(PLANTED);
});

test('a job that is open in three cities counts once, and three times as postings', () =>
  expectPrimary(queries, name, 8));

test('what is gone from the board is closed, and counts on, and another posting counts for its job', async () => {
  await board.list(JOBS - 4);
  await queries.change(`/v1/boards/${name}/run`, { method: 'POST' });
  await until('the shorter list was read', async () => (await lastRun())?.listed === JOBS - 4);
  expect(await lastRun()).toMatchObject({ outcome: 'complete', unchanged: JOBS - 4, stored: 0, closed: 4 });
  const closed = await until('the last one says so', async () => {
    const { posting } = await recordAt(JOBS - 1);
    return JSON.stringify(posting).includes('closedAt');
  });
  expect(closed).toBe(true);
  expect(JSON.stringify((await recordAt(0)).posting)).not.toContain('closedAt');
  expect((await queries.settled()).total).toMatchObject({ counted: JOBS, retracted: 0 });
  await expectPrimary(queries, name, 5);
});

test('a text that is too old goes, and its posting counts on', async () => {
  await inMongo(`const old = new Date(Date.now() - 400 * 86400000);
      await db.collection('postings').updateMany({ _id: { $in: ['${idAt(0)}', '${idAt(1)}'] } }, { $set: { updatedAt: old } });`);
  const { total } = await until('two have expired', async () => {
    const found = await queries.settled();
    return found.total.expired === 2 ? found : null;
  });
  expect(total).toMatchObject({ accepted: JOBS, counted: JOBS, retracted: 0 });
  expect((await recordAt(0)).posting).toBeNull();
  const texts = await textsInMongo();
  expect([texts.includes(`${PLANTED} 0`), texts.includes(`${PLANTED} 2`)]).toEqual([false, true]);
  expect((await queries.verify()).differences).toEqual([]);
});

test('an erased source has no text left in the database, and counts no more', async () => {
  await queries.change(`/v1/boards/${name}/pause`, { method: 'POST' });
  await queries.change(`/v1/sources/${name}/postings`, { method: 'DELETE' });
  const ended = await until('all is erased', async () => {
    const found = erasure.parse(await queries.get(`/v1/sources/${name}/erasure`));
    return found.state === 'ended' ? found : null;
  });
  expect(ended).toMatchObject({ total: JOBS, erased: JOBS, failures: 0 });
  expect(await textsInMongo()).not.toContain(PLANTED);
  await until('none is counted', async () => (await queries.settled()).total.counted === 0);
  expect((await queries.verify()).differences).toEqual([]);
});
