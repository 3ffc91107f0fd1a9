import { expect, test } from '@jest/globals';
import { currentContext, type TraceContext } from '@skillstream/telemetry';
import { createTestTracer } from '@skillstream/telemetry/testing';
import { eventHeaders } from '@skillstream/contracts';
import type { LogRecord } from '../record.ts';
import { createBatchTrace, markDead, spanOfRecord } from './trace-batch.ts';

const traceOf = (digit: string) => ({ traceId: digit.repeat(32), spanId: digit.repeat(16) });
let offset = 0;
const recordOf = (digit: string | null, flags = '01'): LogRecord => {
  const { traceId, spanId } = traceOf(digit ?? '0');
  const traceparent = digit && { [eventHeaders.traceparent]: `00-${traceId}-${spanId}-${flags}` };
  const headers = { ...traceparent, [eventHeaders.postingVersion]: '2' };
  const place = { topic: 't', partition: 1, offset: (offset += 1) };
  return { ...place, key: 'p', value: null, headers, timestampMs: 0, raw: { key: null, headers: {} } };
};
const setUp = (kafka: 'parent' | 'link' = 'parent') => {
  const { tracer, spans } = createTestTracer({ ratio: 0 }, kafka);
  const inBatch = createBatchTrace({ tracer, topic: 't', groupId: 'g' });
  const named = (name: string) => spans().filter((span) => span.name === name);
  return { inBatch, named, spans };
};

test('a batch without a sampled record is processed without a span, and its records carry their contexts on', async () => {
  const { inBatch, spans } = setUp();
  const [unsampled, without] = [recordOf('a', '00'), recordOf(null)];
  const seen = await inBatch([unsampled, without], 1, async () => currentContext());
  expect([seen, spans()]).toEqual([undefined, []]);
  expect(spanOfRecord(unsampled)!.context).toEqual({ ...traceOf('a'), sampled: false });
  expect(spanOfRecord(without)).toBeNull();
});

test('the only sampled record of a batch has the batch in its trace, and with it what is done for all of it', async () => {
  const { inBatch, named } = setUp();
  const record = recordOf('a');
  let ofRecord: TraceContext | undefined;
  const seen = await inBatch([recordOf('b', '00'), record], 1, async () => {
    ofRecord = spanOfRecord(record)!.context;
    return currentContext();
  });
  const [[batch], [processed]] = [named('receive t'), named('process t')];
  expect(batch).toMatchObject({
    ...{ traceId: traceOf('a').traceId, parentId: traceOf('a').spanId, links: [traceOf('a').spanId] },
    attributes: { 'messaging.batch.message_count': 2, 'messaging.consumer.group.name': 'g' },
  });
  expect(seen!.spanId).toBe(batch!.spanId);
  expect(processed).toMatchObject({
    ...{ parentId: traceOf('a').spanId, spanId: ofRecord!.spanId, links: [batch!.spanId] },
    attributes: { 'messaging.kafka.offset': record.offset, 'skillstream.posting.version': '2' },
  });
});

test('each sampled record of a batch is processed in its own trace, and the batch links to all of them', async () => {
  const { inBatch, named } = setUp();
  await inBatch(
    ['a', 'b', 'c'].map((digit) => recordOf(digit)),
    1,
    async () => undefined,
  );
  const [batch] = named('receive t');
  expect(batch).toMatchObject({
    parentId: null,
    links: ['a', 'b', 'c'].map((digit) => traceOf(digit).spanId),
  });
  expect(named('process t').map(({ traceId, links }) => [traceId, links])).toEqual(
    ['a', 'b', 'c'].map((digit) => [traceOf(digit).traceId, [batch!.spanId]]),
  );
});

test('by links a record is processed in a trace of its own, whatever the ratio', async () => {
  const { inBatch, named } = setUp('link');
  const record = recordOf('a');
  await inBatch([record], 1, async () => undefined);
  const [[batch], [processed]] = [named('receive t'), named('process t')];
  expect(processed).toMatchObject({ parentId: null, links: [traceOf('a').spanId, batch!.spanId] });
  expect([batch!.traceId, processed!.traceId]).not.toContain(traceOf('a').traceId);
  expect(spanOfRecord(record)!.context.sampled).toBe(true);
});

test('a batch that fails fails all its spans, and a dead letter its own', async () => {
  const { inBatch, named, spans } = setUp();
  const [dead, good] = [recordOf('a'), recordOf('b')];
  await inBatch([dead, good], 1, async () => markDead(dead, 'undecodable'));
  expect(named('process t').map(({ failed }) => failed)).toEqual([true, false]);
  expect(named('process t')[0]!.attributes).toMatchObject({
    ...{ 'skillstream.dead_letter': true, 'error.type': 'undecodable' },
  });
  const away = Object.assign(new Error('away'), { code: 'unavailable' });
  await expect(inBatch([recordOf('c')], 1, () => Promise.reject(away))).rejects.toBe(away);
  expect(
    spans()
      .slice(-2)
      .map(({ failed, attributes }) => [failed, attributes['error.type']]),
  ).toEqual([
    ...[
      [true, 'unavailable'],
      [true, 'unavailable'],
    ],
  ]);
});
