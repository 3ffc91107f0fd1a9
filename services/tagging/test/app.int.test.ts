import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  deadLetterHeaders,
  eventHeaders,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedTopicEvent,
  tagsResult,
  type CanonicalPosting,
  type ConsumerStatus,
  type LaggingLine,
  type Problem,
} from '@skillstream/contracts';
import { sharedEngines } from '@skillstream/engines/testing';
import { listen } from '@skillstream/http';
import { everybodyMay, sendWorstJson } from '@skillstream/http/testing';
import { decodeEvent, encodeEvent } from '@skillstream/messaging';
import { createTestKafka } from '@skillstream/messaging/testing';
import { createFaultInjection, createMetrics, expositionFor, silentLog } from '@skillstream/runtime';
import type { TraceContext } from '@skillstream/telemetry';
import { createTagger, loadModel, loadTaxonomy } from '@skillstream/tagger';
import { createApp } from '../src/app.ts';
import { receivedPosting } from './received-posting.ts';

const taxonomy = loadTaxonomy();
const model = loadModel();
const tagger = createTagger(taxonomy, model);
const metrics = createMetrics('tagging');
let kafka: ReturnType<typeof createTestKafka>;
let received: string;
let base: string;
let close: () => Promise<void>;
beforeAll(async () => {
  kafka = createTestKafka((await sharedEngines()).kafkaBrokers);
  received = await kafka.topic(postingsReceived.name);
  const app = createApp({
    ...{ kafka: kafka.kafka, admin: kafka.admin, taxonomy, model, log: silentLog() },
    authorize: everybodyMay,
    metrics,
    faultInjection: createFaultInjection(undefined),
    topicPartitions: 1,
    sessionTimeoutMs: 6000,
  });
  const { server, port } = await listen(app.shell, 0, '127.0.0.1');
  base = `http://127.0.0.1:${port}`;
  await app.start();
  close = async () => {
    for (const { stop } of app.stops) await stop();
    await new Promise((resolve) => server.close(resolve));
    await kafka.close();
  };
});
afterAll(() => close());

const get = async <T>(path: string): Promise<T> => (await (await fetch(`${base}${path}`)).json()) as T;
const eventOf = (data: CanonicalPosting, retracted = false, trace: TraceContext | null = null) =>
  encodeEvent({
    ...{ id: `${data.postingId}:${data.version}`, subject: data.postingId, source: 'skillstream/ingestion' },
    ...{ postingSource: data.source, version: data.version, time: `2025-03-0${data.version}T00:00:00.000Z` },
    type: retracted ? 'posting.retracted' : 'posting.received',
    trace,
    data: retracted ? null : data,
  });
const caughtUp = async () => {
  const [end] = await kafka.admin.ends(received);
  await until('tagging is at the end of the log', async () => {
    const [status] = await get<ConsumerStatus[]>('/v1/consumers');
    return status!.partitions[0]?.next === end!.high;
  });
};

test('received postings are tagged in order; a retraction is a tombstone; garbage is a dead letter', async () => {
  const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
  const go = receivedPosting('test.1', { description: 'Our backend is written in Golang.' });
  const sql = receivedPosting('test.2', { description: 'You know PostgreSQL.' });
  await kafka.publish(received, [
    eventOf(go, false, trace),
    eventOf(sql),
    { key: 'test.3', value: 'no JSON', headers: { kept: 'yes' } },
    eventOf({ ...go, version: 2, description: 'Our backend is written in Golang, on Kubernetes.' }),
    eventOf({ ...sql, version: 2 }, true),
  ]);
  await caughtUp();

  const out = await kafka.readAll(postingsTagged.name);
  const events = out.map((record) => decodeEvent(taggedTopicEvent, record));
  expect(
    events.map((event) => [
      event.type,
      event.data.postingId,
      event.data.version,
      event.type === 'posting.tagged' ? event.data.tags.map(({ skillId }) => skillId) : null,
    ]),
  ).toEqual([
    ['posting.tagged', 'test.1', 1, ['go']],
    ['posting.tagged', 'test.2', 1, ['postgresql']],
    ['posting.tagged', 'test.1', 2, ['go', 'kubernetes']],
    ['posting.retracted', 'test.2', 2, null],
  ]);
  expect(out[3]!.value).toBeNull();
  expect(out[0]!.headers[eventHeaders.time]).toBe('2025-03-01T00:00:00.000Z');
  expect(out[0]!.headers[eventHeaders.traceparent]).toContain(trace.traceId);
  expect(out[1]!.headers).not.toHaveProperty(eventHeaders.traceparent);

  const letters = await kafka.readAll(receivedDeadLetters.name);
  expect(letters.map(({ key, value }) => [key, String(value)])).toEqual([[`${received}/0/2`, 'no JSON']]);
  expect(letters[0]!.headers).toMatchObject({
    kept: 'yes',
    [deadLetterHeaders.key]: 'test.3',
    [deadLetterHeaders.code]: 'undecodable',
    [deadLetterHeaders.topic]: received,
    [deadLetterHeaders.offset]: '2',
  });
});

test('a tombstone that takes away the text of an expired posting is not forwarded, whatever its type, and is no dead letter', async () => {
  const posting = receivedPosting('test.expires', { description: 'We use PostgreSQL.' });
  const tombstone = (type: string) => {
    const { headers, ...record } = eventOf(posting, true);
    const expired = '2026-11-30T00:00:00.000Z';
    return { ...record, headers: { ...headers, [eventHeaders.type]: type, [eventHeaders.expired]: expired } };
  };
  const [tagged, dead] = [postingsTagged, receivedDeadLetters].map(({ name }) => name);
  const before = (await kafka.readAll(dead!)).length;
  await kafka.publish(received, [
    eventOf(posting),
    tombstone('posting.received'),
    tombstone('posting.retracted'),
  ]);
  await caughtUp();
  const found = (await kafka.readAll(tagged!)).filter(({ key }) => key === 'test.expires');
  expect(found.map(({ headers }) => headers[eventHeaders.type])).toEqual(['posting.tagged']);
  expect(String(found[0]!.value)).not.toMatch(/Engineer|We use/);
  expect(await kafka.readAll(dead!)).toHaveLength(before);
});

test('its row of the ledger says how much it has not processed: nothing', async () => {
  await kafka.publish(received, [eventOf(receivedPosting('test.9'))]);
  await caughtUp();
  expect(await get<LaggingLine>('/v1/ledger')).toEqual({ lag: 0 });
  const [status] = await get<ConsumerStatus[]>('/v1/consumers');
  expect(status).toMatchObject({
    group: 'tagging',
    topic: received,
    lag: 0,
    caughtUp: true,
  });
});

test('it is ready, and its metrics count dead letters', async () => {
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
  expect(await metrics.text(expositionFor(undefined))).toMatch(
    /^skillstream_dead_letters_total\{service="tagging"\} 1$/m,
  );
});

const postTags = async (body: string | Buffer, query = '') => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${base}/v1/tags${query}`, { method: 'POST', headers, body });
  return { status: response.status, result: (await response.json()) as unknown };
};

test('a text sent by HTTP is tagged, and explained on request', async () => {
  const { status, result } = await postTags(JSON.stringify({ text: 'Go to market with Python.' }));
  expect(status).toBe(200);
  expect(tagsResult.parse(result)).toEqual({
    taxonomyVersion: tagger.version,
    modelVersion: tagger.modelVersion,
    tags: tagger.tag('Go to market with Python.'),
  });
  const posting = { title: 'Engineer', description: 'You know Python.', organization: 'Acme' };
  const explained = tagsResult.parse((await postTags(JSON.stringify(posting), '?explain=true')).result);
  expect(explained.decisions).toMatchObject([{ text: 'Python', taken: true, by: 'form' }]);
});

test.each([
  ['broken JSON', '{"text":', 400, 'is not JSON'],
  ['a key that stands twice', '{"text":"Go","text":"Java"}', 400, 'text stands twice in one object'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'UTF-8'],
  ['no body', '', 400, 'empty'],
  ['a text of 200,001 characters', JSON.stringify({ text: 'x'.repeat(200_001) }), 413, '200000 characters'],
])('tags of %s: a problem with its detail', async (_, body, status, detail) => {
  const { result, ...found } = await postTags(body);
  expect(found.status).toBe(status);
  expect((result as Problem).detail).toContain(detail);
});

test('a text to be explained may have 20,000 characters', async () => {
  const [most, more] = [20_000, 20_001].map((length) => JSON.stringify({ text: 'x'.repeat(length) }));
  expect((await postTags(most!, '?explain=true')).status).toBe(200);
  const refused = await postTags(more!, '?explain=true');
  expect(refused).toMatchObject({ status: 413, result: { code: 'too-large', faults: [{ path: 'text' }] } });
  expect((await postTags(more!)).status).toBe(200);
});

test.each([
  ['Application/JSON', 200],
  ['application/json; charset="UTF-8"', 200],
  ['application/json;charset=latin1', 415],
  ['text/json', 415],
])('the media type %s: %i', async (type, status) => {
  const [method, body] = ['POST', JSON.stringify({ text: 'Go' })];
  const headers = { 'content-type': type };
  expect((await fetch(`${base}/v1/tags`, { method, headers, body })).status).toBe(status);
});

test('while the worst texts are tagged healthz responds, the pipeline goes on, and excess requests are refused', async () => {
  const body = JSON.stringify({ text: '(Go'.repeat(66_000) });
  let open = 0;
  const asked = Array.from({ length: 40 }, async () => {
    open += 1;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}/v1/tags`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    open -= 1;
    return [response.status, response.headers.get('retry-after')].join();
  });
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect(open).toBeGreaterThan(0);
  await kafka.publish(received, [eventOf(receivedPosting('test.10'))]);
  await caughtUp();
  const outcomes = new Set(await Promise.all(asked));
  expect([...outcomes].sort()).toEqual(['200,', '503,1']);
});

test('a posting full of names is tagged up to the bounds, and its partition goes on', async () => {
  const full = receivedPosting('test.20', { description: '(Go'.repeat(66_000) });
  await kafka.publish(received, [eventOf(full), eventOf(receivedPosting('test.21'))]);
  await caughtUp();
  const out = await kafka.readAll(postingsTagged.name);
  const [first, second] = out.slice(-2).map((record) => decodeEvent(taggedTopicEvent, record));
  expect(second!.data.postingId).toBe('test.21');
  expect(first!.data).toMatchObject({ postingId: 'test.20', leftOut: { skills: 0 } });
  expect((await kafka.readAll(receivedDeadLetters.name)).length).toBe(1);
});

test('a text of another media type, or with an invalid parameter, is a specific problem', async () => {
  const body = JSON.stringify({ text: 'Python' });
  const asText = await fetch(`${base}/v1/tags`, { method: 'POST', body });
  expect(asText.status).toBe(415);
  expect(await postTags(body, '?explain=perhaps')).toMatchObject({
    status: 400,
    result: { faults: [{ path: 'explain' }] },
  });
});

test.each([
  ['neither form', '{"words":"Python"}', 400],
  ['text that is none', '{"text":7}', 400],
  ['two megabytes', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413],
])('tags of %s: a problem with its code', async (_, body, status) => {
  const found = await postTags(body);
  expect(found).toMatchObject({ status, result: { status, code: expect.any(String) } });
});

test('texts of hundreds of thousands of brackets are refused unread, compressed or not, and cost hardly any memory', async () => {
  const { found, grown } = await sendWorstJson(`${base}/v1/tags`, 'text', 900_000);
  expect(found).toEqual({ deep: [400], 'deep, gzip': [413], 'deep, br': [415], zeros: [400] });
  // This once took two gigabytes and crashed the process.
  expect(grown).toBeLessThan(250_000_000);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  const { result } = await postTags('{"text":[[[[[[]]]]]]}');
  expect(result).toMatchObject({ detail: 'The body is nested deeper than 4 levels', faults: [{ path: '' }] });
});
