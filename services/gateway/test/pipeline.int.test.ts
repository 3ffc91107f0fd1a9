import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  PIPELINE_REPLICAS,
  pipelineSnapshotKey,
  pipelineState,
  SNAPSHOT_LIFE_MS,
  type PipelineState,
  type ReplicaReport,
} from '@skillstream/contracts';
import {
  createChannel,
  createMetrics,
  createSnapshots,
  silentLog,
  type ChannelDeps,
} from '@skillstream/runtime';
import { nobody, newNamespace, respond, startGateway, type GatewayOptions } from './upstream.ts';

type Gateway = Awaited<ReturnType<typeof startGateway>>;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
const start = async (...[listeners = {}, options = {}]: Partial<Parameters<typeof startGateway>>) => {
  const gateway = await startGateway(listeners, options);
  stops.push(gateway.stop);
  return gateway;
};

const partition = { partition: 0, position: 3, end: 5, lag: 2, oldestSeconds: 1.5 };
const consumer = {
  group: 'tagging',
  topic: 'postings.received.v1',
  recordsPerSecond: 2,
  partitions: [partition],
};
const fields = () => ({ rates: { inPerSecond: 2, outPerSecond: 2 }, consumers: [consumer] });

/** A replica of tagging, as far as it shows itself. */
const replicaOf = (
  replica: string,
  settings: Partial<Pick<ChannelDeps, 'redis' | 'namespace' | 'nowMs'>> = {},
) => {
  const log = silentLog();
  const channel = createChannel({
    ...{ service: 'tagging', replica, log, metrics: createMetrics('tagging'), ...settings },
  });
  return { channel, snapshots: createSnapshots(channel, fields) };
};
const showIn = ({ redis, namespace }: Gateway, replica: string, nowMs = Date.now) => {
  const shown = replicaOf(replica, { redis, namespace, nowMs });
  shown.snapshots.start();
  stops.push(shown.snapshots.stop);
  return shown;
};

const state = async ({ url }: Gateway): Promise<PipelineState> =>
  pipelineState.parse(await (await fetch(`${url}/v1/pipeline`)).json());
const serviceOf = (found: PipelineState, name: string) =>
  found.services.find(({ service }) => service === name)!;

const watch = async ({ url }: Gateway) => {
  const [response] = (await once(get(`${url}/v1/pipeline/live`), 'response')) as [IncomingMessage];
  let text = '';
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  stops.push(async () => void response.destroy());
  const of = (kind: string) =>
    [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)]
      .filter(([, found]) => found === kind)
      .map(([, , data]) => JSON.parse(data!) as Record<string, unknown>);
  return { response, of };
};

test('every replica is shown with its figures, and each partition with its reader', async () => {
  const gateway = await start();
  showIn(gateway, 'a');
  await until('it is shown', async () => serviceOf(await state(gateway), 'tagging').replicas.length === 1);
  const found = await state(gateway);
  expect(found.via).toBe('redis');
  expect(serviceOf(found, 'tagging')).toMatchObject({
    rates: { inPerSecond: 2, outPerSecond: 2 },
    replicas: [{ replica: 'a', gone: false, snapshot: { service: 'tagging', consumers: [consumer] } }],
  });
  expect(found.topics).toMatchObject([
    { topic: consumer.topic, consumers: [{ group: 'tagging', lag: 2, partitions: [{ owner: 'a' }] }] },
  ]);
  expect(serviceOf(found, 'gateway').replicas).toMatchObject([
    { gone: false, snapshot: { cache: { hits: 0, misses: 0 } } },
  ]);
  expect(serviceOf(found, 'ingestion')).toMatchObject({
    rates: null,
    replicas: [],
    unreachable: expect.any(String),
  });
  expect(found.ledger).toBeNull();
});

test('a replica whose snapshot has expired is gone, with its last figures; one that stopped is not missed', async () => {
  const gateway = await start();
  const { redis, namespace } = gateway;
  const [killed, stopped] = [replicaOf('killed', { redis, namespace }), showIn(gateway, 'stopped')];
  killed.channel.outlet.show('tagging/killed', killed.snapshots.report().snapshot);
  const replicas = async () => serviceOf(await state(gateway), 'tagging').replicas;
  await until('both are shown', async () => (await replicas()).length === 2);
  await stopped.snapshots.stop();
  await redis.del(`${namespace}${pipelineSnapshotKey('tagging/killed')}`);
  await until('one is left', async () => (await replicas()).length === 1);
  expect(await replicas()).toMatchObject([
    { replica: 'killed', gone: true, snapshot: { consumers: [consumer] } },
  ]);
});

test('replicas whose clocks are an hour off are shown beside the others, each as old as its snapshot', async () => {
  const gateway = await start();
  const offMs: Record<string, number> = { ahead: 3_600_000, behind: -3_600_000, right: 0 };
  for (const [name, off] of Object.entries(offMs)) showIn(gateway, name, () => Date.now() + off);
  const replicas = await until('all are shown', async () => {
    const found = serviceOf(await state(gateway), 'tagging').replicas.filter(({ gone }) => !gone);
    return found.length === 3 && found;
  });
  expect(replicas.map(({ replica }) => replica)).toEqual(Object.keys(offMs));
  for (const { ageSeconds } of replicas) expect(ageSeconds).toBeLessThanOrEqual(SNAPSHOT_LIFE_MS / 1000);
});

test('a name that is left over from a replica that is gone for long is taken out', async () => {
  const gateway = await start();
  const names = `${gateway.namespace}${PIPELINE_REPLICAS}`;
  await gateway.redis.zadd(names, Date.now() - 700_000, 'tagging/old', Date.now() - 100_000, 'tagging/late');
  await until('it is taken out', async () => {
    await state(gateway);
    return (await gateway.redis.zscore(names, 'tagging/old')) === null;
  });
  expect(serviceOf(await state(gateway), 'tagging').replicas).toMatchObject([
    { replica: 'late', gone: true },
  ]);
});

test('alerts that fire are in the state, by what replicas show; of those that never came nothing is missed', async () => {
  const gateway = await start();
  const objectives = async () => (await state(gateway)).objectives!;
  await until('the gateway has looked', async () => (await objectives()).alerts !== null);
  expect((await objectives()).alerts).toEqual([]);
  // It began after the gateway's first look: all that it counts is new.
  const { channel, snapshots } = showIn(gateway, 'a');
  const letter = { topic: 't', partition: 0, offset: 1, code: 'internal', reason: 'x' };
  channel.narrate({ type: 'dead-lettered', ...letter });
  expect(snapshots.report().snapshot.deadLetters).toBe(1);
  const [alert] = await until('it fires', async () => {
    const { alerts } = await objectives();
    return alerts!.length > 0 && alerts;
  });
  expect(alert).toMatchObject({
    ...{ name: 'SkillstreamDeadLetters', severity: 'ticket', subject: 'tagging' },
    runbook: '/runbooks/dead-letters',
  });
  const page = await fetch(`${gateway.url}${alert!.runbook}`);
  expect([page.headers.get('content-type'), (await page.text()).split('\n')[0]]).toEqual([
    'text/plain; charset=utf-8',
    '# Records are put away because they cannot be processed',
  ]);
  const shown = await fetch(`${gateway.url}/runbooks/outbox-waits`, {
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  });
  const style = /<link rel="stylesheet" href="([^"]+)">/;
  const html = await shown.text();
  expect([shown.headers.get('content-type'), html]).toEqual([
    'text/html; charset=utf-8',
    expect.stringMatching(/<h1>Accepted postings are not published<.*<a href="\/runbooks\/no-relay">/s),
  ]);
  const icon = /<link rel="icon" href="([^"]+)" type="image\/svg\+xml">/;
  for (const link of [style, icon])
    expect((await fetch(new URL(link.exec(html)![1]!, gateway.url))).status).toBe(200);
  expect((await fetch(`${gateway.url}/runbooks/constructor`)).status).toBe(404);
});

test('the runbooks are listed: as a page to browsers, as Markdown to all others', async () => {
  const gateway = await start();
  const list = async (accept: string) => {
    const response = await fetch(`${gateway.url}/runbooks`, { headers: { accept } });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    return [response.headers.get('content-type'), await response.text()] as const;
  };
  const [type, html] = await list('text/html,application/xhtml+xml,*/*;q=0.8');
  expect([type, html]).toEqual([
    'text/html; charset=utf-8',
    expect.stringContaining(
      '<li><a href="/runbooks/outbox-waits">Accepted postings are not published</a></li>',
    ),
  ]);
  for (const [, path] of html.matchAll(/<li><a href="([^"]+)">/g))
    expect((await fetch(`${gateway.url}${path}`)).status).toBe(200);
  expect(await list('*/*')).toEqual([
    'text/plain; charset=utf-8',
    expect.stringMatching(
      /^# Runbooks\n\n.*- \[Accepted postings are not published\]\(\/runbooks\/outbox-waits\)/s,
    ),
  ]);
});

test('while Redis is away no alert is known to fire, and none not to', async () => {
  const gateway = await start({}, { redisUrl: `redis://${nobody}` });
  const { objectives } = await state(gateway);
  expect(objectives).toMatchObject({ alerts: null, lags: [] });
  expect(objectives!.objectives.map(({ id, budgetLeft }) => [id, budgetLeft])).toEqual([
    ['counted', null],
    ['fast', null],
    ['served', null],
  ]);
});

test('while Redis is away each service is asked over HTTP, and what it narrated is retained', async () => {
  const { channel, snapshots } = replicaOf('a');
  channel.narrate({ type: 'partition.acquired', ...consumer, partition: 0, position: 3 });
  const report: ReplicaReport = snapshots.report();
  const gateway = await start({ tagging: respond(report) }, { redisUrl: `redis://${nobody}` });
  // A busy process may take longer for the response than the pipeline waits.
  const found = await until('it is shown', async () => {
    const looked = await state(gateway);
    return serviceOf(looked, 'tagging').replicas.length === 1 && looked;
  });
  expect(found.via).toBe('http');
  expect(serviceOf(found, 'tagging').replicas).toMatchObject([{ replica: 'a', gone: false }]);
  expect(serviceOf(found, 'analytics').unreachable).toEqual(expect.any(String));
  const { of } = await watch(gateway);
  const ofReplica = () => of('event').filter(({ replica }) => replica === 'a');
  await until('its event is replayed', () => ofReplica().length === 1);
  expect(ofReplica()).toMatchObject([{ id: 'a-1', type: 'partition.acquired', replica: 'a' }]);
});

test('a service that has no Redis is asked over HTTP, and is gone with its last figures when it does not answer', async () => {
  const { snapshots } = replicaOf('without');
  let status = 200;
  const gateway = await start({ tagging: (...to) => respond(snapshots.report(), status)(...to) });
  await until('it is shown', async () => serviceOf(await state(gateway), 'tagging').replicas.length === 1);
  const found = await state(gateway);
  expect([found.via, serviceOf(found, 'tagging').replicas[0]!.replica]).toEqual(['redis', 'without']);
  status = 503;
  await until('it is gone', async () => serviceOf(await state(gateway), 'tagging').replicas[0]!.gone);
  expect(serviceOf(await state(gateway), 'tagging')).toMatchObject({
    ...{ rates: null, unreachable: expect.any(String) },
    replicas: [{ replica: 'without', gone: true, snapshot: { consumers: [consumer] } }],
  });
});

test('a service that hangs delays nobody, and is said to be silent', async () => {
  const gateway = await start({ tagging: () => undefined }, { timeoutMs: 60_000 });
  const found = await state(gateway);
  expect(serviceOf(found, 'tagging').unreachable).toBe('no response within 700 ms');
});

test('whoever watches gets snapshots, events and sightings; whoever comes later the events from before', async () => {
  const gateway = await start();
  const first = await watch(gateway);
  await until('a snapshot came', () => first.of('snapshot').length > 0);
  expect(pipelineState.parse(first.of('snapshot')[0])).toBeTruthy();
  const { channel } = showIn(gateway, 'a');
  channel.narrate({ type: 'lease.taken', lease: 'relay' });
  channel.sight({ stage: 'tagged', postingId: 'p', version: 1 }, true);
  // The gateway narrates events of its own, too: circuits open, since no service is there.
  const ofReplica = ({ of }: Awaited<ReturnType<typeof watch>>) =>
    of('event').filter(({ replica }) => replica === 'a');
  await until('both came', () => ofReplica(first).length === 1 && first.of('sighting').length === 1);
  expect(first.of('sighting')).toMatchObject([{ stage: 'tagged', postingId: 'p', replica: 'a' }]);
  await gateway.redis.publish(`${gateway.namespace}skillstream:pipeline:v1:events`, 'no JSON');
  const second = await watch(gateway);
  await until('it is replayed', () => ofReplica(second).length > 0);
  expect(ofReplica(second)).toEqual(ofReplica(first));
  expect(second.response.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
});

test('a circuit that opens is narrated by the gateway itself, once', async () => {
  const gateway = await start();
  const { of } = await watch(gateway);
  const opened = () =>
    of('event').filter(({ type, upstream }) => type === 'breaker.opened' && upstream === 'tagging');
  const ask = () => fetch(`${gateway.url}/v1/status`).then((res) => res.text());
  await until('it has opened', async () => (await ask(), opened().length > 0));
  for (let n = 0; n < 10; n += 1) await ask();
  expect(opened()).toMatchObject([{ service: 'gateway', upstream: 'tagging' }]);
});

test('a client may watch so many times at once, and the stream ends with the gateway', async () => {
  const streams: NonNullable<GatewayOptions['safety']> = { streams: { mostOfOne: 1, lifeMs: 60_000 } };
  const gateway = await start({}, { namespace: newNamespace(), safety: streams });
  const { response } = await watch(gateway);
  expect((await fetch(`${gateway.url}/v1/pipeline/live`)).status).toBe(429);
  const ended = once(response, 'end');
  gateway.endStreams();
  await ended;
});
