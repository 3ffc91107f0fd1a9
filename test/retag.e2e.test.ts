import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, ingestResult, retagJob, type PostingInput } from '@skillstream/contracts';
import { createOwnTaxonomy } from './platform/own-taxonomy.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';
import { taggedWith } from './platform/tagged-with.ts';

// A taxonomy with one skill more, that every posting names: tagged again, each posting has it, once.
const COUNT = 3000;
const taxonomy = createOwnTaxonomy();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(async () => {
  await platform.stop();
  taxonomy.remove();
});

const posting = (i: number, text = 'We use Kafka and Zebrascript.'): PostingInput => ({
  ...{ source: 'e2e', sourceId: `r-${i}`, title: 'Backend Engineer', description: text },
  datePosted: '2025-03-01',
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const countOf = async (skillId: string) => {
  const response = demandResult.parse(await platform.get('/v1/demand?via=facts&top=1000'));
  return response.skills.find((skill) => skill.skillId === skillId)?.count ?? 0;
};
const job = async () => retagJob.parse(await platform.get('/v1/retag'));
const begin = async () => fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }));
const ended = () => until('the run has ended', async () => (await job()).state === 'done');
const restartTagging = async (env: Record<string, string>) => {
  await platform.service('tagging').stop();
  platform.service('tagging').start(env);
  await platform.service('tagging').ready();
};

test('a new taxonomy reaches every posting, whatever changes or goes meanwhile, and no number is off', async () => {
  await sendAll(
    platform.url,
    range(0, COUNT).map((i) => posting(i)),
  );
  await platform.settled();
  expect(await countOf('zebrascript')).toBe(0);
  await restartTagging({ TAXONOMY_FOLDER: taxonomy.folder });
  expect((await begin()).status).toBe(202);
  expect((await begin()).status).toBe(200);

  // Of the first postings some change, some go, and new ones come, all while they are tagged again.
  const changing = sendAll(
    platform.url,
    range(0, 600).map((i) => posting(i, 'We use Python now.')),
  );
  const coming = sendAll(
    platform.url,
    range(COUNT, COUNT + 300).map((i) => posting(i)),
  );
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(range(600, 900).map((i) => posting(i))),
  };
  const first = await fetch(`${platform.url}/v1/postings`, await allowed(request));
  const ids = ingestResult.array().parse(await first.json());
  for (const result of ids) {
    if (!('postingId' in result)) continue;
    const url = `${platform.url}/v1/postings/${result.postingId}`;
    expect((await fetch(url, await allowed({ method: 'DELETE' }))).ok).toBe(true);
  }
  await Promise.all([changing, coming]);

  await ended();
  const { total } = await platform.settled();
  expect(total).toMatchObject({ accepted: COUNT + 300, counted: COUNT, retracted: 300, deadLettered: 0 });
  expect((await platform.verify()).differences).toEqual([]);
  expect(await platform.logFaults()).toEqual([]);
  expect(await taggedWith(platform.engines.urls.kafkaBrokers)).toEqual({ [taxonomy.version]: COUNT });
  expect([await countOf('zebrascript'), await countOf('python')]).toEqual([COUNT - 600, 600]);
});

test('a run goes on where it was when the relay dies in the middle, and leaves no posting out', async () => {
  await restartTagging({});
  const ingestion = platform.service('ingestion');
  await ingestion.stop();
  ingestion.start({ FAULT_INJECTION: 'kill:after-publish:3' });
  await ingestion.ready();
  expect((await begin()).status).toBe(202);
  await ingestion.ended();
  ingestion.start();
  await ingestion.ready();
  expect(await job()).toMatchObject({ state: 'running' });
  await ended();
  expect(await job()).toMatchObject({ done: COUNT + 300, total: COUNT + 300 });
  await platform.settled();
  expect(Object.values(await taggedWith(platform.engines.urls.kafkaBrokers))).toEqual([COUNT]);
  expect(await countOf('zebrascript')).toBe(0);
  expect((await platform.verify()).differences).toEqual([]);
});

test('a live posting goes before those that are tagged again', async () => {
  expect((await begin()).status).toBe(202);
  await until('the run is under way', async () => (await job()).done > 0);
  const startedMs = performance.now();
  await sendAll(platform.url, [{ ...posting(1_000_000), datePosted: '2011-05-01' }]);
  await until('it is counted', async () => {
    const found = demandResult.parse(await platform.get('/v1/demand?from=2011-05&to=2011-05&via=facts'));
    return found.population === 1;
  });
  const { done, total } = await job();
  process.stdout.write(
    `figure: a live posting was counted after ${((performance.now() - startedMs) / 1000).toFixed(2)} s, ${done} of ${total} tagged again by then\n`,
  );
  await ended();
  await platform.settled();
  expect((await platform.verify()).differences).toEqual([]);
});

test('views and facts can be verified while postings are tagged again', async () => {
  expect((await begin()).status).toBe(202);
  await until('the run is under way', async () => (await job()).done > 0);
  expect((await job()).state).toBe('running');
  expect((await platform.verify()).differences).toEqual([]);
  await ended();
  await platform.settled();
  expect((await platform.verify()).differences).toEqual([]);
});
