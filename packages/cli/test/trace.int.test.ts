import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const span = (spanId: string, parentSpanId: string, name: string, from: number) => ({
  ...{
    spanId,
    parentSpanId,
    name,
    startTimeUnixNano: `${from}000000`,
    endTimeUnixNano: `${from + 40}000000`,
  },
});
const spans = [
  {
    resource: { attributes: [{ key: 'service.name', value: { stringValue: 'gateway' } }] },
    scopeSpans: [{ spans: [span('aaaaaaaaaaaaaaaa', '', 'POST /v1/postings', 1000)] }],
  },
  {
    resource: { attributes: [{ key: 'service.name', value: { stringValue: 'ingestion' } }] },
    scopeSpans: [{ spans: [span('bbbbbbbbbbbbbbbb', 'aaaaaaaaaaaaaaaa', 'store \u001b[2Jposting', 1010)] }],
  },
];

let answer: (req: IncomingMessage, res: ServerResponse) => void;
const store = createServer((req, res) => answer(req, res));
let address: string;
beforeAll(async () => {
  await once(store.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
});
afterAll(() => {
  store.close();
  store.closeAllConnections();
});

const trace = async (...words: string[]) => {
  const cli = join(import.meta.dirname, '../src/index.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=700', cli, 'trace', ...words]);
  const [out, err, [code]] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    once(child, 'exit'),
  ]);
  return { code: code as number, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};
const answersAt = (path: string, body: unknown) => {
  answer = (req, res) =>
    req.url === path ? res.end(JSON.stringify(body)) : res.writeHead(404).end('no such path');
};

test.each([
  ['Jaeger', `/api/v3/traces/${TRACE}`, { result: { resourceSpans: spans } }],
  ['Tempo', `/api/v2/traces/${TRACE}`, { trace: { resourceSpans: spans } }],
])(
  'the spans that %s has are shown, each under its own, and nothing moves the cursor',
  async (_name, path, body) => {
    answersAt(path, body);
    const { code, out } = await trace(TRACE, '--store', address);
    expect(code).toBe(0);
    expect(out).toContain(`trace ${TRACE}: 2 spans of 2 services`);
    expect(out).toMatch(/POST \/v1\/postings +│ gateway +│ +40 ms/);
    expect(out).toMatch(/ {2}store .*posting +│ ingestion +│ +40 ms/);
    expect(out).not.toContain('\u001b');
  },
);

const POSTING = 'c5dd26e2-0f0e-5f43-8ae0-6a7bd4d6e1a0';
const found = {
  ...{ postingId: POSTING, source: 'sample', version: 1, retracted: false, outcome: 'waiting' },
  ...{ readAt: '2026-11-29T10:00:00.000Z', steps: [] },
};
const hasJourney = (traceId: string | null, stored: unknown) => {
  answer = (req, res) => {
    if (req.url === `/v1/postings/${POSTING}/journey`) res.end(JSON.stringify({ ...found, traceId }));
    else if (req.url === `/api/v3/traces/${TRACE}`) res.end(JSON.stringify(stored));
    else res.writeHead(404).end(JSON.stringify({ error: 'no such path' }));
  };
};

test('of a posting the journey is shown, and the spans of the trace that the journey names', async () => {
  hasJourney(TRACE, { result: { resourceSpans: spans } });
  const { code, out } = await trace(POSTING, '--store', address, '--gateway', address);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`${POSTING}[^]*trace ${TRACE}: 2 spans of 2 services`));
  const json = await trace(POSTING, '--store', address, '--gateway', address, '--json');
  expect(JSON.parse(json.out)).toMatchObject({
    traceId: TRACE,
    journey: { postingId: POSTING },
    spans: [{ name: 'POST /v1/postings' }, {}],
  });
});

test('of a posting whose trace was not recorded there is the journey alone, with another exit code', async () => {
  hasJourney(null, {});
  const { code, out, err } = await trace(POSTING, '--store', address, '--gateway', address);
  expect([code, out, err]).toEqual([
    3,
    expect.stringContaining(POSTING),
    expect.stringContaining('which trace it belongs to is not known'),
  ]);
});

test('of a posting that is not there nothing is asked of the store', async () => {
  const asked: string[] = [];
  answer = (req, res) => {
    asked.push(req.url!);
    res
      .writeHead(404, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: 'no such posting' }));
  };
  const { code, out } = await trace(POSTING, '--store', address, '--gateway', address);
  expect([code, out, asked]).toEqual([1, '', [`/v1/postings/${POSTING}/journey`]]);
});

test('a trace that the store does not have is said, with another exit code', async () => {
  answersAt('/', {});
  const { code, err } = await trace(TRACE, '--store', address);
  expect([code, err]).toEqual([3, expect.stringContaining(`has no trace ${TRACE}`)]);
});

test('a store that nobody answers for is said', async () => {
  const { code, err } = await trace(TRACE, '--store', 'http://127.0.0.1:1');
  expect([code, err]).toEqual([3, expect.stringContaining('no trace store answers at http://127.0.0.1:1')]);
});

test.each([
  ['that is not a trace', (res: ServerResponse) => res.end('<html>')],
  [
    'that leads elsewhere',
    (res: ServerResponse) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
  [
    'without an end',
    (res: ServerResponse) => {
      const more = () => {
        while (res.write(' '.repeat(1 << 20)));
      };
      res.on('drain', more);
      more();
    },
  ],
])('a response %s is refused in words', async (_what, respond) => {
  answer = (_req, res) => void respond(res);
  const { code, out, err } = await trace(TRACE, '--store', address);
  expect(code).not.toBe(0);
  expect(out).toBe('');
  expect(err).toMatch(/is no trace store|answers with 302|the trace store's answer has more than/);
});

test('an address with a password is refused, and not repeated', async () => {
  const { code, err } = await trace(TRACE, '--store', 'http://ann:secret@127.0.0.1/');
  expect([code, err]).toEqual([2, expect.not.stringContaining('secret')]);
});
