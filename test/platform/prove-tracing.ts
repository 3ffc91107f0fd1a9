import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { groups, journey } from '@skillstream/contracts';
import { linesOf, ONE_POSTING } from './one-posting-trace.ts';
import type { OtlpReceiver, ReceivedSpan } from './otlp-receiver.ts';
import { startPlatform, type Platform } from './platform.ts';
import { POISON, publishStored } from './publish-stored.ts';
import { sendAll } from './send.ts';
import { allowed } from './token.ts';

const posting = (sourceId: string) => ({
  ...{ source: 'traces', sourceId, title: 'Backend Engineer', description: 'We use Kafka and Go.' },
});
const named = (spans: readonly ReceivedSpan[], service: string, name: string) =>
  spans.filter((span) => span.service === service && span.name === name);
/** What is in a trace once more whenever its posting is published once more, and how often. */
const REPEATED = [
  ['ingestion', 'waited in the outbox', 1],
  ['ingestion', 'send postings.received.v1', 1],
  ['tagging', 'receive postings.received.v1', 1],
  ['tagging', 'process postings.received.v1', 1],
  ['tagging', 'transaction postings.tagged.v1', 1],
  ['analytics', 'receive postings.tagged.v1', 2],
  ['analytics', 'process postings.tagged.v1', 2],
  ['analytics', 'EVALSHA views', 1],
  ['analytics', 'bulkWrite facts', 1],
] as const;

/**
 * The tests of what traces say, whoever takes them.
 * @param startCollector starts what the services send them to
 */
export const proveTracing = (startCollector: () => Promise<OtlpReceiver>): void => {
  let collector: OtlpReceiver;
  let platform: Platform;
  beforeAll(async () => {
    collector = await startCollector();
    platform = await startPlatform({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  });
  afterAll(async () => {
    await platform?.stop();
    await collector?.stop();
  });

  /** Sends one posting as any client would, without a trace of its own. */
  const send = async (sourceId: string) => {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(posting(sourceId)) };
    // A busy machine says 503; each try is a trace of its own.
    const response = await until('the posting is accepted', async () => {
      const found = await fetch(`${platform.url}/v1/postings`, await allowed(request));
      return found.status === 503 ? null : found;
    });
    expect(response.status).toBe(202);
    const { postingId } = (await response.json()) as { postingId: string };
    return { postingId, traceId: response.headers.get('trace-id')! };
  };
  /** Waits until a trace has so many spans of a name, beside the spans that end with the same batch. */
  const whole = (traceId: string, service: string, name: string, count = 1) =>
    until(`the trace has ${name} of ${service}`, () => {
      const spans = collector.ofTrace(traceId);
      return named(spans, service, name).length >= count ? spans : null;
    });
  /** The trace once its posting is counted in the views and in the facts, so many times. */
  const counted = async (traceId: string, times = 1) => {
    // Each process exports its own, in batches: whatever is asserted below is waited for.
    const isWhole = (spans: readonly ReceivedSpan[]) => {
      const lines = linesOf(spans);
      const isRepeated = ([service, name, count]: readonly [string, string, number]) =>
        named(spans, service, name).length >= count * times;
      return ONE_POSTING.every((line) => lines.includes(line)) && REPEATED.every(isRepeated);
    };
    return until('the trace is whole', () => {
      const spans = collector.ofTrace(traceId);
      return isWhole(spans) ? spans : null;
    });
  };
  test('one posting is one trace, from the POST over both topics to view and fact', async () => {
    const { postingId, traceId } = await send('one');
    const spans = await counted(traceId);
    expect(linesOf(spans)).toEqual(ONE_POSTING);
    expect(spans.filter(({ failed }) => failed)).toEqual([]);
    // Each once, but for the two readers of what was tagged.
    expect(spans).toHaveLength(ONE_POSTING.length + 2);
    const readers = named(spans, 'analytics', 'process postings.tagged.v1').map(
      ({ attributes }) => attributes['messaging.consumer.group.name'],
    );
    expect(new Set(readers)).toEqual(new Set([groups.views, groups.facts]));
    const [store] = named(spans, 'ingestion', 'store posting');
    const [waited] = named(spans, 'ingestion', 'waited in the outbox');
    const [sent] = named(spans, 'ingestion', 'send postings.received.v1');
    expect(waited!.endMs).toBeGreaterThanOrEqual(waited!.startMs);
    expect(sent!.startMs).toBe(waited!.endMs);
    expect(waited!.attributes).toMatchObject({
      ...{ 'skillstream.posting.id': postingId, 'skillstream.posting.version': 1 },
      'skillstream.posting.republished': false,
    });
    const [processed] = named(spans, 'tagging', 'process postings.received.v1');
    const [received] = named(spans, 'tagging', 'receive postings.received.v1');
    expect(received!.links).toEqual([{ traceId, spanId: store!.spanId }]);
    expect(processed!.links).toEqual([{ traceId, spanId: received!.spanId }]);
    expect(processed!.attributes).toMatchObject({
      ...{ 'messaging.system': 'kafka', 'messaging.destination.name': 'postings.received.v1' },
      ...{ 'messaging.operation.type': 'process', 'messaging.kafka.message.key': postingId },
    });
    const [server] = named(spans, 'gateway', 'POST /v1/postings');
    expect(server!.attributes).toMatchObject({
      ...{ 'http.request.method': 'POST', 'http.route': '/v1/postings', 'http.response.status_code': 202 },
    });
    // What a posting says is for its readers, not for whoever reads traces.
    expect(JSON.stringify(spans)).not.toMatch(/Backend Engineer|We use Kafka/);

    const found = journey.parse(await platform.get(`/v1/postings/${postingId}/journey`));
    expect(found.traceId).toBe(traceId);
    const spanIds = new Set(spans.map(({ spanId }) => spanId));
    for (const [service, message] of [
      ...[['gateway', 'request forwarded'] as const, ['ingestion', 'posting accepted'] as const],
      ...[['ingestion', 'posting published'] as const, ['tagging', 'posting tagged'] as const],
      ['analytics', 'posting counted'] as const,
    ]) {
      const lines = await platform.logLines(service);
      const line = lines.find((one) => one.msg === message && one['trace_id'] === traceId);
      expect([service, message, spanIds.has(String(line?.['span_id']))]).toEqual([service, message, true]);
    }
  });

  test('a query has its cache, and the request to analytics where no cache had it', async () => {
    const ask = async () => {
      const response = await fetch(`${platform.url}/v1/demand?top=3`, await allowed({}));
      await response.arrayBuffer();
      return response.headers.get('trace-id')!;
    };
    const missed = await ask();
    await whole(missed, 'analytics', 'GET /v1/demand');
    // The gateway's own come in a batch of theirs.
    const lines = linesOf(await whole(missed, 'gateway', 'GET /v1/demand'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'gateway cache (internal) under gateway GET /v1/demand',
        'gateway GET analytics (client) under gateway GET /v1/demand',
        'analytics GET /v1/demand (server) under gateway GET analytics',
      ]),
    );
    const results = await until('a cache has it', async () => {
      const spans = await whole(await ask(), 'gateway', 'cache');
      return named(spans, 'gateway', 'cache').some(
        (one) => one.attributes['skillstream.cache.result'] !== 'analytics',
      );
    });
    expect(results).toBe(true);
  });

  test('of a bulk load there is the request alone, whatever its length', async () => {
    await sendAll(
      platform.url,
      Array.from({ length: 200 }, (_, n) => posting(`bulk-${n}`)),
    );
    await platform.settled();
    const { traceId } = await send('after-bulk');
    await counted(traceId);
    const ofBulk = collector
      .all()
      .filter(({ attributes }) => /bulk-\d/.test(String(attributes['skillstream.posting.id'])));
    expect(ofBulk).toEqual([]);
  });

  test('a batch that is delivered again, since tagging was killed within its transaction, is in the same trace', async () => {
    const tagging = platform.service('tagging');
    await tagging.stop();
    tagging.start({ FAULT_INJECTION: 'kill:in-transaction' });
    await tagging.ready();
    const killed = tagging.ended();
    const { traceId } = await send('again');
    await killed;
    tagging.start();
    const spans = await counted(traceId);
    expect(linesOf(spans)).toEqual(ONE_POSTING);
    expect(named(spans, 'analytics', 'bulkWrite facts')).toHaveLength(1);
  });

  test('a relay that is killed with a backlog is followed by another, and the wait is in the trace', async () => {
    const [first, second] = [platform.service('ingestion'), platform.service('ingestion', 2)];
    await first.stop();
    second.start();
    await until('the second replica leads', () =>
      second.logLines().some(({ event }) => event === 'lease.taken'),
    );
    first.start();
    await first.ready();
    second.signal('SIGSTOP');
    await second.paused();
    const { traceId } = await send('backlog');
    second.signal('SIGKILL');
    await second.ended();
    const spans = await counted(traceId);
    expect(linesOf(spans)).toEqual(ONE_POSTING);
    const [waited] = named(spans, 'ingestion', 'waited in the outbox');
    const taken = first.logLines().findLast(({ event }) => event === 'lease.taken')!;
    const takenMs = Date.parse(String(taken['time']));
    expect(waited!.startMs).toBeLessThan(takenMs);
    expect(waited!.endMs).toBeGreaterThanOrEqual(takenMs);
    const [stored] = named(spans, 'ingestion', 'store posting');
    expect(named(spans, 'ingestion', 'send postings.received.v1')[0]!.replica).toBe(stored!.replica);
  });

  test('a re-tagging is in the trace of the request that made the version, with a wait from when it was marked', async () => {
    const { traceId } = await send('retagged');
    const before = await counted(traceId);
    expect((await fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }))).status).toBe(202);
    const spans = await counted(traceId, 2);
    expect(linesOf(spans)).toEqual(ONE_POSTING);
    const [, again] = named(spans, 'ingestion', 'waited in the outbox');
    expect(again!.attributes).toMatchObject({ 'skillstream.posting.republished': true });
    expect(again!.startMs).toBeGreaterThan(
      Math.max(...named(before, 'tagging', 'process postings.received.v1').map(({ endMs }) => endMs)) - 1,
    );
  });

  test('a dead letter is a failed span in the trace of its posting, and its letter is read in it', async () => {
    const { postingId, traceId } = await send('dead');
    await counted(traceId);
    await publishStored(platform, postingId, POISON);
    const letters = 'process postings.received.v1.tagging.dlq';
    const spans = await whole(traceId, 'analytics', letters);
    const failed = spans.filter((span) => span.failed);
    expect(failed.map(({ service, name, attributes }) => [service, name, attributes['error.type']])).toEqual([
      ['tagging', 'process postings.received.v1', 'undecodable'],
    ]);
    expect(failed[0]!.attributes).toMatchObject({ 'skillstream.dead_letter': true });
    const [letter] = named(spans, 'analytics', letters);
    expect(letter!.parentId).toBe(failed[0]!.parentId);
  });

  test('with TRACE_KAFKA=link each reader has a trace of its own, which links to what it read', async () => {
    for (const name of ['tagging', 'analytics'] as const) {
      await platform.service(name).stop();
      platform.service(name).start({ TRACE_KAFKA: 'link' });
      await platform.service(name).ready();
    }
    const { postingId, traceId } = await send('linked');
    const processed = (service: string, topic: string, of: { traceId: string; spanId: string }) =>
      until(`${service} has processed it`, () => {
        const found = collector
          .all()
          .filter((span) => span.service === service && span.name === `process ${topic}`)
          .filter(({ links }) => links.some((link) => link.spanId === of.spanId));
        return found.length > 0 ? found : null;
      });
    const [store] = named(await whole(traceId, 'ingestion', 'store posting'), 'ingestion', 'store posting');
    const [tagged] = await processed('tagging', 'postings.received.v1', store!);
    expect(tagged).toMatchObject({
      parentId: null,
      links: expect.arrayContaining([{ traceId, spanId: store!.spanId }]),
    });
    expect(tagged!.traceId).not.toBe(traceId);
    const [viewed] = await processed('analytics', 'postings.tagged.v1', tagged!);
    expect(viewed!.attributes['messaging.kafka.message.key']).toBe(postingId);
    expect(new Set([traceId, tagged!.traceId, viewed!.traceId]).size).toBe(3);
    expect(
      collector.ofTrace(traceId).every(({ service }) => ['gateway', 'ingestion'].includes(service)),
    ).toBe(true);
  });
};
