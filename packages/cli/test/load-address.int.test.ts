import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { until } from '@skillstream/async/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startFakeGateway } from './fake-gateway.ts';
import { runCommand } from './run-load.ts';

let folder: string;
let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
let server: Server;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-address-'));
  gateway = await startFakeGateway();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  server.close();
  await gateway.stop();
});

const serve = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const load = (address: string, ...options: string[]) =>
  runCommand(['load', address, '--reports', folder, '--no-wait', ...options], gateway.url);

const csv = 'job_id,job_title,description\n1,Sailor,We fold boats\n2,Mate,Kafka\n';

test('a file at an address is loaded by what is in it, also behind a redirect and compressed', async () => {
  const base = await serve((req, res) => {
    if (req.url === '/') return void res.writeHead(302, { location: '/jobs.csv.gz?a=1' }).end();
    res.end(gzipSync(csv));
  });
  const { code, out, err } = await load(`${base}/`, '--allow-private');
  expect({ code, taken: gateway.taken.toSorted() }).toEqual({
    code: 0,
    taken: ['1 We fold boats', '2 Kafka'],
  });
  expect(err).toContain('columns: job_id → sourceId');
  expect(out).toContain('2 accepted');
});

test('a preview of one that never ends ends when it has seen enough', async () => {
  const base = await serve((_req, res) => {
    res.write(csv);
    const more = () => {
      while (res.write('3,Cook,We use Go\n'.repeat(1000)));
    };
    res.on('drain', more);
    more();
  });
  const { code, out } = await load(`${base}/jobs.csv`, '--allow-private', '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('first 10,000 rows read');
  expect(out).toMatch(/source +│ jobs /);
});

test('an address that is not public is not asked, written out or by a name', async () => {
  let asked = 0;
  const base = await serve((_req, res) => {
    asked += 1;
    res.end(csv);
  });
  for (const address of [`${base}/jobs.csv`, `${base.replace('127.0.0.1', 'localhost')}/jobs.csv`]) {
    const { code, err } = await load(address);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /cannot fetch .*: (127\.0\.0\.1|localhost) is no address of the public internet/,
      ),
    });
  }
  expect(asked).toBe(0);
});

test.each<[string, RequestListener, RegExp]>([
  ['a refusal', (_req, res) => void res.writeHead(404).end(), /responded with 404/],
  ['a redirect to nowhere', (_req, res) => void res.writeHead(302).end(), /responded with 302/],
  [
    'redirects without end',
    (_req, res) => void res.writeHead(302, { location: '/' }).end(),
    /redirects more than 5 times/,
  ],
  [
    'another kind of address',
    (_req, res) => void res.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    /file:\/\/ is no address by http or https/,
  ],
  ['a zip', (_req, res) => void res.end('PK\x03\x04'), /is a zip, which is not read from an address/],
  [
    'what breaks off before its first line',
    (_req, res) => {
      res.writeHead(200, { 'content-length': 1000 }).write('job_id,');
      setImmediate(() => res.destroy());
    },
    /cannot be read/,
  ],
])('%s is said in a sentence', async (_name, listener, reason) => {
  const { code, err } = await load(`${await serve(listener)}/`, '--allow-private');
  expect({ code, err, taken: gateway.taken }).toEqual({
    ...{ code: 1, taken: [] },
    err: expect.stringMatching(reason),
  });
});

test('what breaks off later is loaded up to there, and the exit code says so', async () => {
  // More than is read before the first is sent.
  const rows = Array.from({ length: 5000 }, (_, i) => `${i + 1},Boat builder,We fold boats\n`);
  const base = await serve((_req, res) => {
    res.writeHead(200, { 'content-length': 1_000_000 });
    res.write(`job_id,job_title,description\n${rows.join('')}`);
    const someAreTaken = until('some are taken', () => gateway.taken.length > 0);
    void someAreTaken.finally(() => res.destroy());
  });
  const { code, out } = await load(`${base}/jobs.csv`, '--allow-private');
  expect({ code, taken: gateway.taken[0] }).toEqual({
    code: 1,
    taken: expect.stringMatching(/^\d+ We fold boats$/),
  });
  expect(out).toContain('accepted');
});

test('what is secret in an address is in no output, and in no name of a file', async () => {
  await gateway.stop();
  // A rejected line makes a report.
  gateway = await startFakeGateway((posting) => (posting?.sourceId === '2' ? 'rejected' : 'accepted'));
  const base = await serve(
    (req, res) => void (req.url!.includes('none') ? res.writeHead(404).end() : res.end(csv)),
  );
  const [withLogin, withToken] = [base.replace('//', '//user:secret@'), '?sig=TOKEN'];
  const runs = [
    await load(`${base}/jobs.csv${withToken}`, '--allow-private'),
    await load(`${base}/jobs.csv${withToken}`, '--allow-private', '--dry-run'),
    await load(`${base}/none${withToken}`, '--allow-private'),
    await load(`${withLogin}/jobs.csv${withToken}`, '--allow-private'),
    await load(`${withLogin}/jobs.csv${withToken}`),
    await load(`${base.replace('http', 'ftp').replace('//', '//user:secret@')}/jobs.csv${withToken}`),
  ];
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 1, 1, 1, 2]);
  expect(runs[0]!.err).toContain(`${base}/jobs.csv: `);
  expect(runs[3]!.err).toContain(`cannot fetch ${base}/jobs.csv: an address with a log-in`);
  const reports = readdirSync(folder);
  expect(reports).toEqual([expect.stringMatching(/^load-jobs\.csv-/)]);
  expect(JSON.stringify([runs, reports])).not.toMatch(/secret|TOKEN/);
});
