import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import { createTestTracer } from '@skillstream/telemetry/testing';
import { createStoreSpans } from '../intake/store-spans.ts';
import type { PendingPosting } from '../store/pending.ts';
import { eventOf } from './event.ts';
import { createOutboxSpans } from './outbox-spans.ts';

const request = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true, state: 'vendor=1' };
const published = async () => undefined;
const STORED_MS = 1_700_000_000_000;
const setUp = () => {
  const { tracer, spans } = createTestTracer();
  return { spans, storeSpans: createStoreSpans(tracer), outboxSpans: createOutboxSpans(tracer, 'topic') };
};
const pendingWith = (more: Partial<PendingPosting>): PendingPosting => ({
  ...{ _id: 'p', source: 's', version: 2, pendingVersion: 2, pendingMark: null, retracted: false },
  ...{ contentHash: 'x', posting: Buffer.from('{}'), traceparent: null, writes: [] },
  updatedAt: new Date(STORED_MS),
  ...more,
});

test('the event of a closed version has the time at which it was closed, not that of its text', () => {
  const closedAt = new Date(STORED_MS + 1000);
  expect(eventOf(pendingWith({ closedAt })).headers).toMatchObject({
    ...{ [eventHeaders.time]: closedAt.toISOString(), [eventHeaders.acceptedTime]: closedAt.toISOString() },
  });
});

test('the event carries the context that was stored beside the posting, and the outbox adds spans to its trace', async () => {
  const { spans, storeSpans, outboxSpans } = setUp();
  const storing = storeSpans(['p'], request);
  const pending = pendingWith(storing.headersOf(0));
  storing.stored([{ version: 2 }]);
  await outboxSpans([pending], new Date(STORED_MS + 500), published);
  const [store, waited, send] = spans();
  expect(store).toMatchObject({ name: 'store posting', parentId: request.spanId });
  expect(waited).toMatchObject({
    ...{ name: 'waited in the outbox', traceId: request.traceId, parentId: store!.spanId },
    ...{ startMs: STORED_MS, endMs: STORED_MS + 500 },
  });
  expect(send).toMatchObject({ name: 'send topic', parentId: store!.spanId, startMs: STORED_MS + 500 });
  // Never that of the relay, or of the span that sends it.
  expect(eventOf(pending).headers).toMatchObject({
    ...{ traceparent: `00-${request.traceId}-${store!.spanId}-01`, tracestate: 'vendor=1' },
  });
});

test('what is published again has waited since it was marked', async () => {
  const { spans, outboxSpans } = setUp();
  const requeuedAt = new Date(STORED_MS + 60_000);
  const traceparent = `00-${request.traceId}-${request.spanId}-01`;
  const pending = pendingWith({ traceparent, trail: { version: 2, requeuedAt } });
  await outboxSpans([pending], new Date(STORED_MS + 61_000), published);
  expect(spans()[0]).toMatchObject({
    ...{ startMs: STORED_MS + 60_000, endMs: STORED_MS + 61_000 },
    attributes: { 'skillstream.posting.republished': true },
  });
});

test('a version that carries the trail of an older one, as the previous release leaves it, is no repeat', async () => {
  const { spans, outboxSpans } = setUp();
  const traceparent = `00-${request.traceId}-${request.spanId}-01`;
  const trail = { version: 1, requeuedAt: new Date(STORED_MS - 60_000) };
  const pending = pendingWith({ traceparent, trail, retracted: true, posting: null });
  await outboxSpans([pending], new Date(STORED_MS + 1000), published);
  expect(spans()[0]).toMatchObject({
    startMs: STORED_MS,
    attributes: { 'skillstream.posting.republished': false },
  });
  expect(eventOf(pending).headers).toMatchObject({
    [eventHeaders.acceptedTime]: new Date(STORED_MS).toISOString(),
  });
});

test('a page that could not be published fails the spans of its postings, and only of the sampled ones', async () => {
  const { spans, outboxSpans } = setUp();
  const traceparent = `00-${request.traceId}-${request.spanId}-`;
  const page = ['01', '00'].map((flags) => pendingWith({ traceparent: `${traceparent}${flags}` }));
  const fenced = Object.assign(new Error('x'), { code: 'fenced' });
  const published = outboxSpans([...page, pendingWith({})], new Date(STORED_MS), () =>
    Promise.reject(fenced),
  );
  await expect(published).rejects.toBe(fenced);
  expect(spans().map(({ name, failed }) => [name, failed])).toEqual([['send topic', true]]);
});

test('of a page that is blocked all night few attempts are traced, and one wait, which ends with the last', async () => {
  const { spans, outboxSpans } = setUp();
  const page = [pendingWith({ traceparent: `00-${request.traceId}-${request.spanId}-01` })];
  const attempt = (n: number, publish: () => Promise<void>) =>
    outboxSpans(page, new Date(STORED_MS + n * 1000), publish);
  const away = () => Promise.reject(new Error('Kafka is away'));
  for (let n = 1; n <= 1000; n += 1) await expect(attempt(n, away)).rejects.toThrow('Kafka is away');
  await attempt(1001, published);
  const [waited, sent] = spans().slice(-2);
  expect(spans()).toHaveLength(10 + 2);
  expect(waited).toMatchObject({ name: 'waited in the outbox', endMs: STORED_MS + 1_001_000 });
  expect(sent).toMatchObject({ name: 'send topic', failed: false, startMs: STORED_MS + 1_001_000 });
  // The next failure is a first one.
  await expect(attempt(1002, away)).rejects.toThrow('Kafka is away');
  expect(spans()).toHaveLength(10 + 2 + 1);
});

test('of a chunk that is not sampled every posting carries the context of its request, and there are no spans', () => {
  const { spans, storeSpans } = setUp();
  const storing = storeSpans(['p', 'q'], { ...request, sampled: false });
  expect(storing.headersOf(0)).toBe(storing.headersOf(1));
  expect(storing.headersOf(0).traceparent).toBe(`00-${request.traceId}-${request.spanId}-00`);
  storing.failed(new Error('x'));
  expect(spans()).toEqual([]);
});
