import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  EVENTS_RETAINED_MS,
  pipelineState,
  readPipelineEvent,
  sighting,
  type PipelineEvent,
  type PipelineState,
  type ServiceName,
  type Sighting,
} from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';

let platform: Platform;
let close = () => {};
const events: PipelineEvent[] = [];
const sightings: Sighting[] = [];
let state: PipelineState | null = null;

/** Listens to the live stream for the whole file. */
const listen = async (url: string) => {
  const [response] = (await once(get(`${url}/v1/pipeline/live`), 'response')) as [IncomingMessage];
  let text = '';
  const take = (frame: string) => {
    const [, kind, data] = /^event: (\w+)\ndata: (.*)$/.exec(frame) ?? [];
    if (kind === 'snapshot') state = pipelineState.parse(JSON.parse(data!));
    if (kind === 'event') events.push(readPipelineEvent(JSON.parse(data!)) as PipelineEvent);
    if (kind === 'sighting') sightings.push(sighting.parse(JSON.parse(data!)));
  };
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (text + chunk).split('\n\n');
    text = frames.pop()!;
    frames.forEach(take);
  });
  return () => void response.destroy();
};

beforeAll(async () => {
  // Ingestion shows itself over HTTP alone: it has no Redis, and works.
  platform = await startPlatform((name): Record<string, string> =>
    name === 'ingestion' ? { REDIS_URL: '' } : {},
  );
  close = await listen(platform.url);
});
afterAll(async () => {
  close();
  await platform?.stop();
});

const boxOf = (service: ServiceName) => state?.services.find((one) => one.service === service);
const replicasOf = (service: ServiceName) => boxOf(service)?.replicas ?? [];
const typesOf = (service: ServiceName, from = 0) =>
  events
    .slice(from)
    .filter((event) => event.service === service)
    .map(({ type }) => type);
const post = async (count: number, seed: number) => {
  const sample = [...generateSample({ seed, count, firstMonth: '2024-01' })];
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
};

test('every service shows itself, what it reads, and when it acquired that', async () => {
  await until('all four are shown', () =>
    (['ingestion', 'tagging', 'analytics', 'gateway'] as const).every(
      (service) => replicasOf(service).filter(({ gone }) => !gone).length === 1,
    ),
  );
  await until('each partition has its reader', () => {
    const consumers = state?.topics.flatMap((topic) => topic.consumers) ?? [];
    const partitions = consumers.flatMap((consumer) => consumer.partitions);
    return partitions.length === 36 && partitions.every(({ owner }) => owner !== null);
  });
  expect(typesOf('tagging')).toContain('partition.acquired');
  await until('ingestion is the relay', () => replicasOf('ingestion')[0]?.snapshot?.relay?.leading);
});

test('a posting that is sent alone is seen at every stage, but where its service has no Redis', async () => {
  await post(1, 3);
  await platform.settled();
  const stages = ['tagged', 'counted-in-views', 'counted-in-facts'];
  await until('it is seen', () => stages.every((stage) => sightings.some((one) => one.stage === stage)));
  expect(new Set(sightings.map(({ postingId }) => postingId)).size).toBe(1);
  await until(
    'the ledger of the stream says so',
    () => state?.ledger?.balanced && state.ledger.total.counted === 1,
  );
});

test('a replica of tagging that is killed is gone, and the other acquires its partitions', async () => {
  const second = platform.service('tagging', 2);
  second.start();
  await second.ready();
  await until('both read something', () => {
    const live = replicasOf('tagging').filter(({ gone }) => !gone);
    return live.length === 2 && live.every(({ snapshot }) => snapshot!.consumers[0]!.partitions.length > 0);
  });
  const from = events.length;
  second.signal('SIGKILL');
  await second.ended();
  await until('it is gone, with its last figures', () =>
    replicasOf('tagging').some(({ gone, snapshot }) => gone && snapshot !== null),
  );
  await until('the other has all twelve', () => {
    const [live] = replicasOf('tagging').filter(({ gone }) => !gone);
    return live?.snapshot?.consumers[0]!.partitions.length === 12;
  });
  expect(typesOf('tagging', from)).toContain('partition.acquired');
  await post(20, 4);
  await platform.settled();
});

test('a replica of analytics that is paused is gone, and is there again when it wakes', async () => {
  const analytics = platform.service('analytics');
  analytics.signal('SIGSTOP');
  await analytics.paused();
  await until('it is gone', () => replicasOf('analytics').some(({ gone }) => gone));
  expect(boxOf('analytics')).toMatchObject({ rates: null, unreachable: expect.any(String) });
  const consumers = state!.topics.flatMap((topic) => topic.consumers);
  const owners = consumers
    .filter(({ service }) => service === 'analytics')
    .flatMap(({ partitions }) => partitions);
  expect(owners.map(({ owner }) => owner)).toEqual(Array(24).fill(null));
  analytics.signal('SIGCONT');
  await until('it is there', () => replicasOf('analytics').some(({ gone }) => !gone));
  await platform.settled();
});

test('a relay that is killed is replaced, and the new one says that it took the lease', async () => {
  const second = platform.service('ingestion', 2);
  second.start({ REDIS_URL: platform.urls.redisUrl });
  await second.ready();
  await until('it is shown', () =>
    replicasOf('ingestion').some(({ snapshot }) => snapshot?.relay?.leading === false),
  );
  const from = events.length;
  platform.service('ingestion').signal('SIGKILL');
  await platform.service('ingestion').ended();
  await until('it took the lease', () => typesOf('ingestion', from).includes('lease.taken'));
  await until('it is shown as the relay', () =>
    replicasOf('ingestion').some(({ gone, snapshot }) => !gone && snapshot?.relay?.leading === true),
  );
});

test('the command prints the same timeline, a line an event, also as JSON', async () => {
  // Long enough for a process of a busy machine to start, and be told what was before.
  const { code, out } = await runCommand(['watch', '--seconds', '10', '--gateway', platform.url]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d\d:\d\d:\d\d\.\d {2}ingestion\/\S+ {2}took the lease ingestion-relay$/m);
  expect(out).toMatch(
    /^\d\d:\d\d:\d\d\.\d {2}tagging\/\S+ {2}acquired postings\.received\.v1\/\d+ of tagging, goes on at \d+$/m,
  );
  // The first of this file may be too old by now.
  const isRetained = ({ at }: PipelineEvent) => Date.now() - Date.parse(at) < EVENTS_RETAINED_MS - 60_000;
  const retained = events.filter(isRetained).map(({ id }) => id);
  const json = await runCommand(['watch', '--json', '--seconds', '10', '--gateway', platform.url]);
  const ids = json.out
    .trim()
    .split('\n')
    .map((line) => readPipelineEvent(JSON.parse(line))!.id);
  expect(ids).toEqual(expect.arrayContaining(retained));
  expect(new Set(ids).size).toBe(ids.length);
  const away = await runCommand(['watch', '--gateway', 'http://127.0.0.1:2']);
  expect(away).toMatchObject({ code: 1, err: expect.stringContaining('skillstream is not running') });
});
