import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { respond, startGateway } from './upstream.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
afterEach(() => gateway.stop());

/** An upstream that is well, or breaks each connection, or takes requests and does not answer. */
const startUpstream = async () => {
  const upstream = { does: 'break' as 'answer' | 'break' | 'hang', hanging: 0, asked: 0 };
  const ingestion: RequestListener = (req, res) => {
    upstream.asked += 1;
    if (upstream.does === 'answer') return respond({ id: '1' })(req, res);
    if (upstream.does === 'break') return void res.destroy();
    upstream.hanging += 1;
    res.on('close', () => (upstream.hanging -= 1));
  };
  gateway = await startGateway({ ingestion });
  return upstream;
};
const ask = async (signal?: AbortSignal) =>
  (await fetch(`${gateway.url}/v1/postings/1`, signal ? { signal } : {})).status;

const leave = async (upstream: Awaited<ReturnType<typeof startUpstream>>) => {
  upstream.does = 'hang';
  const caller = new AbortController();
  const asked = ask(caller.signal).catch(() => 'left');
  await until('the request hangs', () => upstream.hanging === 1);
  caller.abort();
  expect(await asked).toBe('left');
  await until('it is let go', () => upstream.hanging === 0);
};

test('a caller who leaves says nothing of an upstream: failures before and after it are consecutive', async () => {
  const upstream = await startUpstream();
  const failing = async (times: number) => {
    upstream.does = 'break';
    for (let n = 0; n < times; n += 1) expect(await ask()).toBe(503);
  };
  // None of these opens the circuit.
  for (let n = 0; n < 6; n += 1) await leave(upstream);
  await failing(4);
  await leave(upstream);
  await failing(1);
  // It is open, and nobody is asked.
  const before = upstream.asked;
  expect([await ask(), upstream.asked]).toEqual([503, before]);
});

test('a request whose caller has left is not sent again, although its connection was a kept one', async () => {
  const upstream = await startUpstream();
  upstream.does = 'answer';
  expect(await ask()).toBe(200);
  await leave(upstream);
  upstream.does = 'answer';
  expect([await ask(), upstream.asked]).toEqual([200, 3]);
});
