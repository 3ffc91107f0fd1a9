import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { problem } from '@skillstream/contracts';
import { startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

const postStream = () =>
  request({
    ...{ port: gateway.port, host: '127.0.0.1', method: 'POST', path: '/v1/postings' },
    headers: { 'content-type': 'application/x-ndjson' },
  });
const statusOf = async (sending: ClientRequest) => {
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
};

test('an upstream that stays silent is away, and named, forwarded or asked', async () => {
  const silent: RequestListener = (req) => void req.resume();
  gateway = await startGateway({ ingestion: silent, analytics: silent }, { timeoutMs: 50 });
  const status = async (path: string) => problem.parse(await (await fetch(gateway.url + path)).json());
  for (const [path, upstream] of [
    ['/v1/postings/1', 'ingestion'],
    ['/v1/demand', 'analytics'],
    ['/v1/verify/1', 'analytics'],
  ] as const)
    expect(await status(path)).toMatchObject({
      ...{ status: 503, code: 'unavailable', detail: `${upstream} is not available` },
    });
});

test('a pause of the caller uses up nothing of the time that an upstream has', async () => {
  let seen = 0;
  gateway = await startGateway({ ingestion: (req) => req.on('data', () => (seen += 1)) }, { timeoutMs: 50 });
  const sending = postStream();
  sending.write('{}\n');
  await until('the upstream has the line', () => seen > 0);
  const sinceMs = Date.now();
  await until('the time would be over some times', () => Date.now() - sinceMs > 200);
  sending.end();
  expect(await statusOf(sending)).toBe(503);
});

test('an upstream that takes no more of a stream is away, although its caller has not ended', async () => {
  gateway = await startGateway({ ingestion: () => undefined }, { timeoutMs: 50 });
  const sending = postStream();
  for (let written = 0; written < 20; written += 1) sending.write(`${'x'.repeat(1_000_000)}\n`);
  expect(await statusOf(sending)).toBe(503);
  sending.destroy();
});
