import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  journey,
  postingsReceived,
  textOfJourneyStep,
  type Journey,
  type PostingInput,
  type Scope,
} from '@skillstream/contracts';
import { demoKey } from '../packages/cli/src/auth/demo-key.ts';
import { signedTokens } from '../packages/cli/src/auth/sign-token.ts';
import { runGenerator } from '../packages/cli/src/generate/run-generator.ts';
import { createSendCounts } from '../packages/cli/src/generate/send-counts.ts';
import { generateEndlessly } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { POISON, publishStored } from './platform/publish-stored.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const posting = (n: number, description = 'We use Kafka and Go.'): PostingInput => ({
  ...{ source: 'e2e', sourceId: `j-${n}`, title: 'Backend Engineer', description },
  datePosted: '2025-03-01',
});
const send = async (...postings: PostingInput[]) =>
  (await sendAll(platform.url, postings)).map(({ postingId }) => postingId);
const journeyOf = async (id: string) => journey.parse(await platform.get(`/v1/postings/${id}/journey`));
const once = (id: string, holds: (found: Journey) => boolean) =>
  until('the journey is so far', async () => {
    const found = await journeyOf(id);
    return holds(found) ? found : null;
  });
const counted = (id: string, version = 1) =>
  once(id, (found) => found.outcome === 'counted' && found.version === version);
const namesOf = ({ steps }: Journey) => steps.map(({ step }) => step);
const stepOf = ({ steps }: Journey, name: string) => steps.find(({ step }) => step === name)!;
const placeOf = (found: Journey, name: string) => {
  const { partition, offset } = stepOf(found, name);
  return { partition, offset };
};
/** The places of a posting's records in both topics, oldest first. */
const logged = async (id: string) => {
  const logs = await platform.readLogs();
  return logs.map((log) =>
    log.filter(({ postingId }) => postingId === id).map(({ partition, offset }) => ({ partition, offset })),
  );
};
const all = ['accepted', 'published', 'tagged', 'counted-in-views', 'counted-in-facts'];

test('a posting that was sent has a journey with all steps, whose offsets are those of the log', async () => {
  const ids = await send(...Array.from({ length: 30 }, (_, n) => posting(n)));
  for (const id of ids) await counted(id);
  for (const id of [ids[0]!, ids[29]!]) {
    const found = await journeyOf(id);
    expect(namesOf(found)).toEqual(all);
    const [received, tagged] = await logged(id);
    expect([placeOf(found, 'published')]).toEqual(received);
    for (const name of ['tagged', 'counted-in-views', 'counted-in-facts'])
      expect([placeOf(found, name)]).toEqual(tagged);
    for (const { state, at, replica, version, waitedMs } of found.steps) {
      expect([state, version, typeof at, typeof replica]).toEqual(['reached', 1, 'string', 'string']);
      expect(waitedMs ?? 0).toBeGreaterThanOrEqual(0);
    }
    expect(found.steps.slice(1).every(({ waitedMs }) => waitedMs !== null)).toBe(true);
  }
  const unknown = await fetch(`${platform.url}/v1/postings/nobody/journey`, await allowed({}));
  expect(unknown.status).toBe(404);
});

test('a retraction by the command takes the scope for it, and has a journey of its own, as the next version', async () => {
  const [id] = await send(posting(100));
  await counted(id!);
  const retract = async (named: string, scopes?: readonly Scope[]) => {
    const token = await signedTokens(demoKey(), Date.now, scopes)();
    return runCommand(['retract', named, '--gateway', platform.url, '--token', token!]);
  };
  expect(await retract(id!, ['postings:write'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('This takes a token with the scope postings:retract'),
  });
  expect(await retract('hn.nobody')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no posting hn.nobody'),
  });
  for (const _again of [false, true])
    expect(await retract(id!)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${id} is retracted, as version 2.`),
    });
  const found = await counted(id!, 2);
  expect(found).toMatchObject({ retracted: true, version: 2 });
  const [received, tagged] = await logged(id!);
  expect([placeOf(found, 'published'), placeOf(found, 'counted-in-facts')]).toEqual([
    received!.at(-1),
    tagged!.at(-1),
  ]);
});

test('what is tagged again waits from when it was marked, and stands where it was published last', async () => {
  const [id] = await send(posting(200));
  const first = await counted(id!);
  await fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }));
  const found = await once(id!, (one) => one.outcome === 'counted' && namesOf(one).includes('requeued'));
  expect(namesOf(found)).toEqual(['accepted', 'requeued', ...all.slice(1)]);
  expect(stepOf(found, 'published').after).toBe('requeued');
  expect(stepOf(found, 'accepted').at).toBe(stepOf(first, 'accepted').at);
  const [received, tagged] = await logged(id!);
  expect([placeOf(found, 'published'), placeOf(found, 'tagged')]).toEqual([received!.at(-1), tagged!.at(-1)]);
  expect(placeOf(found, 'tagged')).not.toEqual(placeOf(first, 'tagged'));
});

test('a posting whose record cannot be read is dead; after a replay it is counted, and its death is still told', async () => {
  const [id] = await send(posting(300));
  await counted(id!);
  const content = await publishStored(platform, id!, POISON);
  const dead = await once(id!, ({ outcome }) => outcome === 'dead');
  expect(namesOf(dead)).toEqual(['accepted', 'requeued', 'published', 'dead']);
  const [received] = await logged(id!);
  expect([placeOf(dead, 'published'), placeOf(dead, 'dead')]).toEqual([received!.at(-1), received!.at(-1)]);
  expect(stepOf(dead, 'dead')).toMatchObject({
    ...{ service: 'tagging', topic: postingsReceived.name, after: 'published' },
    detail: expect.stringContaining('undecodable'),
  });

  await publishStored(platform, id!, content);
  const replayed = await once(id!, (one) => one.outcome === 'counted' && namesOf(one).includes('requeued'));
  expect(namesOf(replayed)).toEqual(['accepted', 'dead', 'requeued', ...all.slice(1)]);
  expect(placeOf(replayed, 'dead')).toEqual(placeOf(dead, 'dead'));
});

test('while one service is away the others’ steps are shown, and it is named', async () => {
  const [id] = await send(posting(400));
  await counted(id!);
  const away = async (name: 'ingestion' | 'tagging' | 'analytics') => {
    await platform.service(name).stop();
    const found = await once(id!, (one) => (one.away ?? []).some(({ part }) => part === name));
    platform.service(name).start();
    await platform.service(name).ready();
    return found;
  };
  expect((await away('ingestion')).outcome).toBe('counted');
  expect((await away('tagging')).outcome).toBe('counted');
  const withoutAnalytics = await away('analytics');
  expect(withoutAnalytics.steps.map(({ state }) => state)).toEqual([
    ...['reached', 'reached', 'unknown', 'unknown', 'unknown'],
  ]);
});

test('skillstream journey shows the steps, and its exit code says how it stands', async () => {
  const [id] = await send(posting(500));
  await counted(id!);
  const env = { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await platform.tokens()) ?? '' };
  const shown = await runCommand(['journey', id!], env);
  expect(shown).toMatchObject({ code: 0, err: '' });
  for (const name of all) expect(shown.out).toContain(textOfJourneyStep(name, false));
  expect(shown.out).toMatch(/version 1: counted/);
  const asJson = await runCommand(['journey', id!, '--json'], env);
  expect(namesOf(journey.parse(JSON.parse(asJson.out)))).toEqual(all);
  expect(await runCommand(['journey', 'nobody'], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no posting nobody'),
  });
});

test('of generated postings each is counted that was sent, and those that a busy gateway held up are told', async () => {
  const before = (await platform.settled()).total;
  const counts = createSendCounts();
  await runGenerator({
    at: { address: platform.url, token: platform.tokens },
    ...{ schedule: { perSecond: 50, total: 300 }, postings: generateEndlessly(11), counts },
    ...{ onTick: () => undefined, patienceMs: 60_000, signal: new AbortController().signal },
  });
  // A slow machine misses the rate; what it missed is not sent later, and says so.
  const { accepted } = counts;
  expect(accepted).toBeGreaterThan(0);
  expect(counts).toMatchObject({ unchanged: 0, rejected: 0, unanswered: 0, notSent: 300 - accepted });
  const { total, rows } = await platform.settled();
  expect(total.counted - before.counted).toBe(accepted);
  expect(rows.find(({ source }) => source === 'sample')).toMatchObject({ accepted, counted: accepted });
  process.stdout.write(
    `figure: at 50 postings/s half had their result within ${counts.latencies.quantileMs(0.5)!.toFixed(0)} ms\n`,
  );
});
