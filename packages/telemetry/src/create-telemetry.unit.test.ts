import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createTelemetry } from './create-telemetry.ts';
import { telemetryConfig } from './telemetry-config.ts';

let server: Server | null = null;
afterEach(async () => {
  if (server === null) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  server = null;
});
const listen = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const start = async (env: Record<string, string>) => {
  const lines: [facts: object, message: string][] = [];
  const log = {
    warn: (...line: (typeof lines)[number]) => void lines.push(line),
    info: (...line: (typeof lines)[number]) => void lines.push(line),
  };
  const origin = { service: 'tagging', replica: 'tagging-1', version: '1.2.3' };
  const telemetry = await createTelemetry({ ...origin, config: telemetryConfig.parse(env), log });
  const counts: Record<string, number> = {};
  telemetry.countSpans({ inc: ({ fate }, count) => (counts[fate] = (counts[fate] ?? 0) + count) });
  return { ...telemetry, counts, lines };
};

test('spans reach the collector by OTLP, with the headers that were configured, and name their service', async () => {
  const received: { url?: string | undefined; key?: unknown; body: unknown }[] = [];
  const url = await listen(async (req, res) => {
    received.push({ url: req.url, key: req.headers['x-key'], body: await json(req) });
    res.setHeader('content-type', 'application/json').end('{}');
  });
  const { tracer, close, counts } = await start({
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/`, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b' },
  });
  tracer.root('hello', { attributes: { n: 1 } }).end();
  await close();
  expect(received).toMatchObject([{ url: '/v1/traces', key: 'a b' }]);
  const text = JSON.stringify(received[0]!.body);
  for (const word of ['"hello"', '"tagging"', '"tagging-1"', '"1.2.3"']) expect(text).toContain(word);
  expect(counts).toEqual({ exported: 1, refused: 0, dropped: 0 });
});

test('a collector that is away holds up neither work nor the end of the process, and what is lost is counted', async () => {
  const url = await listen(() => undefined);
  server!.close();
  const { tracer, close, counts, lines } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  for (let n = 0; n < 20_000; n += 1) tracer.root('x').end();
  expect(counts['dropped']).toBe(20_000 - 4096);
  await close();
  // Whether they were refused or given up on depends on the machine.
  expect(counts['refused']! + counts['dropped']!).toBe(20_000);
  await until('it is said', () => lines.some(([, message]) => message === 'traces cannot be exported'));
});

test('a collector that takes a request and never answers does not hold up the end of the process', async () => {
  const url = await listen(() => undefined);
  const { tracer, close, abandon, counts, lines } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  for (const name of ['x', 'y']) tracer.root(name).end();
  await close();
  // Sooner than the request to the collector is given up: its spans are lost, and that is said once.
  const lost = { exported: 0, refused: 0, dropped: 2 };
  expect([counts, lines]).toEqual([lost, [[{ spans: 2 }, 'the last spans were not sent']]]);
  abandon();
  expect(lines).toHaveLength(1);
});

test('a process that ends at once says how many spans it had not sent', async () => {
  const url = await listen((_req, res) => void res.setHeader('content-type', 'application/json').end('{}'));
  const { tracer, close, abandon, counts, lines } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  tracer.root('x').end();
  abandon();
  tracer.root('too late').end();
  expect(counts).toEqual({ exported: 0, refused: 0, dropped: 2 });
  expect(lines).toEqual([[{ spans: 1 }, 'the last spans were not sent']]);
  await close();
  expect(lines).toHaveLength(1);
});

test('a collector that refuses is said to, once', async () => {
  const url = await listen((_req, res) => void res.writeHead(401).end());
  const { tracer, close, counts, lines } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  tracer.root('x').end();
  await close();
  expect(counts).toEqual({ exported: 0, refused: 1, dropped: 0 });
  expect(lines).toHaveLength(1);
});

test('without the address of a collector contexts are carried on, and nothing is counted or closed', async () => {
  const { tracer, close, counts } = await start({ TRACE_KAFKA: 'link', OTEL_TRACES_SAMPLER_ARG: '0' });
  expect([tracer.kafka, tracer.root('x').context.sampled]).toEqual(['link', false]);
  const sent = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
  expect(tracer.start('x', tracer.extract(sent)!).context).toMatchObject({
    traceId: 'a'.repeat(32),
    sampled: true,
  });
  await close();
  expect(counts).toEqual({});
});
