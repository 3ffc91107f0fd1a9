import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { responseBounds } from '../src/gateway/response-bounds.ts';
import { createValidatingFetch } from '../src/gateway/validating-fetch.ts';

let result: (req: IncomingMessage, res: ServerResponse) => void;
let elsewhere = 0;
const server = createServer((req, res) => {
  req.on('error', () => {});
  req.resume();
  result(req, res);
});
const other = createServer((_req, res) => {
  elsewhere += 1;
  res.end('{"alive":true}');
});
const addressOf = (of: typeof server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`;
beforeAll(async () => {
  for (const one of [server, other]) await once(one.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => {
  elsewhere = 0;
});
afterAll(() => {
  for (const one of [server, other]) {
    one.close();
    one.closeAllConnections();
  }
});

const POSTING = '{"source":"a","sourceId":"1","description":"b"}\n';
const run = async (words: string, input = '') => {
  const cli = join(import.meta.dirname, '../src/index.ts');
  // A heap that no endless response fits in.
  const node = ['--max-old-space-size=700', cli, ...words.split(' '), '--gateway', addressOf(server)];
  const child = spawn(process.execPath, node);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    once(child, 'exit'),
  ]);
  return { code: code as number, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};
const isSaid = (said: { code: number; err: string }, text: string | RegExp) => {
  expect(said.err).toMatch(text);
  expect(said.err).not.toMatch(/^ {4}at |node:internal/m);
  expect(said.code).toBe(1);
};

const pour = (to: NodeJS.WritableStream, record: Buffer) => {
  const more = () => {
    while (to.write(record));
  };
  to.on('drain', more).on('error', () => {});
  more();
};
const spaces = Buffer.alloc(1024 * 1024, ' ');

describe('a response without an end', () => {
  test.each(['status', 'verify'])('is read so far and no further: %s', async (words) => {
    result = (_req, res) => pour(res, spaces);
    isSaid(await run(words), "the gateway's answer has more than 33554432 bytes");
  });

  test('that is packed is unpacked so far and no further', async () => {
    result = (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      const zip = createGzip();
      zip.pipe(res);
      res.on('close', () => zip.destroy());
      pour(zip, spaces);
    };
    isSaid(await run('status'), "the gateway's answer has more than 33554432 bytes");
  });

  test('of nothing but elements is refused by their number', async () => {
    result = (_req, res) => void res.end(`{"rows":[${'0,'.repeat(8_000_000)}0]}`);
    isSaid(await run('status'), "the gateway's answer has more than 1000000 values");
  });

  test('of results of a load is read so far and no further', async () => {
    result = ({ url }, res) => (url === '/healthz' ? res.end('{"alive":true}') : pour(res, spaces));
    isSaid(
      await run('load - --no-wait', POSTING),
      "a line of the gateway's answer has more than 1048576 bytes",
    );
  });
});

describe('a response that does not match its schema', () => {
  const paths = ['/healthz', '/v1/status', '/v1/ledger', '/v1/demand', '/v1/skills/a/trend', '/v1/reports'];
  const more = ['/v1/reconciliation', '/v1/compare', '/v1/retag', '/v1/verify/a'];

  test.each(['null', '{}', '[]', '5', '""', '', '<html>', '{"services":'])(
    'is said to be one, whatever was asked: %s',
    async (body) => {
      result = (_req, res) => void res.end(body);
      const ask = createValidatingFetch(addressOf(server));
      for (const path of [...paths, ...more])
        await expect(ask(new Request(`${addressOf(server)}${path}`))).rejects.toMatchObject({
          name: 'CliError',
          message: expect.stringContaining("the gateway's answer is not as it should be"),
        });
    },
  );

  test.each(['null', '<html>'])('is said to be one, and no stack is shown: %s', async (body) => {
    result = (_req, res) => void res.end(body);
    const said = await Promise.all(
      ['status', 'ask demand', 'verify', 'load -'].map((words) => run(words, POSTING)),
    );
    for (const one of said) isSaid(one, "the gateway's answer is not as it should be");
  });

  test('is named by the field that is wrong', async () => {
    result = (_req, res) => void res.end('{"services":{"tagging":{"ready":"yes"}},"consumers":[]}');
    isSaid(await run('status'), 'not as it should be: services.tagging');
  });

  test.each(['null', '{"line":1,"status":"rejected","faults":5}'])(
    'among the results of a load ends it: %s',
    async (line) => {
      result = ({ url }, res) => void res.end(url === '/healthz' ? '{"alive":true}' : `${line}\n`);
      isSaid(await run('load - --no-wait', POSTING), "the gateway's answer is not as it should be");
    },
  );

  test.each(['null', '{"code":1,"title":{}}', '{"code":"a","title":"b","faults":"c"}', '<html>'])(
    'of a refusal is told by its status: %s',
    async (body) => {
      result = (_req, res) => void res.writeHead(500).end(body);
      isSaid(await run('status'), 'the gateway answered 500');
    },
  );
});

test('of very many issues the first are shown, and the rest is counted', async () => {
  const faults = Array.from({ length: 300_000 }, (_, i) => ({ path: `f${i}`, message: 'is wrong' }));
  const problem = { type: 'x', title: 'Not valid', status: 400, code: 'invalid-input', faults };
  result = (_req, res) => void res.writeHead(400).end(JSON.stringify(problem));
  const said = await run('status');
  isSaid(said, 'f19: is wrong\n  and 299980 more');
  expect(said.err.length).toBeLessThan(2000);
});

test.each([301, 302, 303, 307, 308])('redirects are not followed: %i', async (status) => {
  result = (_req, res) => void res.writeHead(status, { location: `${addressOf(other)}/x` }).end();
  const ask = createValidatingFetch(addressOf(server));
  for (const init of [{ method: 'POST', body: POSTING }, {}])
    await expect(ask(new Request(`${addressOf(server)}/v1/postings`, init))).rejects.toMatchObject({
      name: 'CliError',
      message: expect.stringContaining(`redirects to ${addressOf(other)}/x`),
    });
  expect(elsewhere).toBe(0);
});

test('postings that are sent elsewhere are sent to nobody, and the load ends', async () => {
  result = ({ url }, res) =>
    url === '/healthz'
      ? res.end('{"alive":true}')
      : void res.writeHead(307, { location: `${addressOf(other)}/x` }).end();
  isSaid(await run('load - --no-wait', POSTING), `redirects to ${addressOf(other)}/x`);
  expect(elsewhere).toBe(0);
});

describe('a response that does not come', () => {
  const bounds = { ...responseBounds, beginsMs: 100, silentMs: 100, wholeMs: 1000 };
  // On a busy machine a first byte, or the next drop, may come late: each is waited for only where it is asked about.
  const onceBegun = { ...bounds, beginsMs: 600_000 };
  const patient = { ...onceBegun, silentMs: 600_000 };
  const ask = (path: string, init?: RequestInit, within = bounds) =>
    createValidatingFetch(addressOf(server), { result: within, stream: within })(
      new Request(`${addressOf(server)}${path}`, init),
    ).then((response) => response.text());
  const send = { method: 'POST', body: POSTING };
  const drip = (res: ServerResponse, record: string) => {
    const timer = setInterval(() => res.write(record), 20);
    res.on('close', () => clearInterval(timer));
  };

  test('is given up: silence, a beginning alone, drops', async () => {
    result = () => {};
    await expect(ask('/v1/status')).rejects.toThrow('it says nothing for 0.1 s');
    result = (_req, res) => void res.write('{');
    await expect(ask('/v1/status', undefined, onceBegun)).rejects.toThrow('it sends nothing for 0.1 s');
    result = (_req, res) => drip(res, ' ');
    await expect(ask('/v1/status', undefined, patient)).rejects.toThrow(
      'its answer is not at its end after 1 s',
    );
  });

  test('as results of a load is given up, too: silence, drops of a line, lines without an end', async () => {
    result = () => {};
    await expect(ask('/v1/postings', send)).rejects.toThrow('it says nothing');
    result = (_req, res) => drip(res, ' ');
    await expect(ask('/v1/postings', send, onceBegun)).rejects.toThrow('it sends nothing');
    result = (_req, res) => drip(res, '\n');
    await expect(ask('/v1/postings', send, patient)).rejects.toThrow('not at its end');
  });
});
