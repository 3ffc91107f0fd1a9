import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startFakeGateway, type Classifier } from './fake-gateway.ts';
import { loadContent, reportedIn, runCommand, startCommand } from './run-load.ts';

let folder: string;
let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-load-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await gateway.stop();
});

const start = (args: string[]) => startCommand(args, gateway.url);
const run = (args: string[], input?: Readable) => runCommand(args, gateway.url, input);
const load = (content: string | Buffer, ...options: string[]) =>
  loadContent(folder, gateway.url, content, options);
const reported = () => reportedIn(folder);
const row = (id: number | string, description = 'Kafka') =>
  JSON.stringify({ source: 'a', sourceId: String(id), description });
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i)).join('\n');

test.each(['/proc/nope', '/dev/null', '/dev/null/x', '/proc/self'])(
  'a folder that no report can be written in is named before anything is sent: %s',
  async (reports) => {
    gateway = await startFakeGateway();
    const { code, err } = await load('{"broken', '--reports', reports);
    expect({ code, requests: gateway.requests() }).toEqual({ code: 1, requests: 0 });
    expect(err).toContain(`no report can be written in ${reports}: `);
  },
);

test('bad lines are reported by number and reason, and the rest is loaded', async () => {
  gateway = await startFakeGateway();
  const long = row('long', 'x'.repeat(10_000_000));
  const content = Buffer.concat([
    Buffer.from(`${row(1)}\n\n{"source":"a","sou\n${long}\n`),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    Buffer.from(row(2)),
  ]);
  const { code, out } = await load(content);
  expect({ code, taken: gateway.taken.sort() }).toEqual({ code: 0, taken: ['1 Kafka', '2 Kafka'] });
  expect(out).toContain('2 accepted, 0 unchanged, 3 rejected');
  expect(reported()).toEqual([
    [3, 'is not JSON'],
    [4, 'is longer than 4194304 bytes'],
    [5, 'is not JSON'],
  ]);
});

test.each([
  [
    'breaks off in a posting',
    `[\n${row(1)},\n${row(2)},\n{"source":"a"`,
    'breaks off in the middle of what begins on line 4',
    4,
  ],
  [
    'breaks off between postings',
    `[\n${row(1)},\n${row(2)},\n`,
    'breaks off on line 4, before the array ends',
    null,
  ],
  [
    'goes on behind its end',
    `[\n${row(1)},\n${row(2)}\n]\n[${row(3)}]`,
    'something stands behind the end of the array, on line 5, and was not read',
    null,
  ],
])('a JSON array that %s is loaded as far as it goes, with exit code 1', async (_where, text, said, line) => {
  gateway = await startFakeGateway();
  const { code, out, err } = await load(text);
  expect({ code, taken: gateway.taken.sort() }).toEqual({ code: 1, taken: ['1 Kafka', '2 Kafka'] });
  expect(out).toContain('2 accepted, 0 unchanged');
  expect(err).toContain(`postings.ndjson: ${said}\n`);
  if (line !== null)
    expect(reported()).toEqual([[line, 'the file breaks off in the middle of this posting']]);
});

test('a packed file is unpacked whatever its name is, and loading it again loads nothing twice', async () => {
  gateway = await startFakeGateway();
  expect((await load(gzipSync(rows(5000)))).out).toContain('5,000 accepted, 0 unchanged');
  expect((await load(gzipSync(rows(5000)))).out).toContain('0 accepted, 5,000 unchanged');
  expect(gateway.requests()).toBeGreaterThan(4);
});

test('a file that is packed twice is refused by that name, before anything is sent', async () => {
  gateway = await startFakeGateway();
  const { code, err } = await load(gzipSync(gzipSync(rows(5))));
  expect({ code, requests: gateway.requests() }).toEqual({ code: 1, requests: 0 });
  expect(err).toContain('it is packed twice, gzip within gzip: unpack it once');
});

test('a packed file that breaks off is an error, after what could be read was loaded', async () => {
  gateway = await startFakeGateway();
  const packed = gzipSync(rows(5000));
  const { code, err } = await load(packed.subarray(0, packed.length - 10));
  expect(code).toBe(1);
  expect(err).toContain(`unexpected end of file: it is packed, and breaks off at byte ${packed.length - 10}`);
  expect(gateway.size()).toBeGreaterThan(4900);
});

test('bytes behind the gzip data of a file are reported, and all of the gzip data is loaded', async () => {
  gateway = await startFakeGateway();
  const packed = Buffer.concat([
    gzipSync(`${row(1)}\n`),
    gzipSync(row(2)),
    Buffer.alloc(5),
    Buffer.from('junk'),
  ]);
  const { code, err } = await load(packed);
  expect({ code, taken: gateway.taken.sort() }).toEqual({ code: 0, taken: ['1 Kafka', '2 Kafka'] });
  expect(err).toContain(`4 bytes from byte ${packed.length - 4} on are no gzip and were ignored`);
});

test('a file of which every line is refused ends with exit code 1 and the commonest reasons, never with its text', async () => {
  gateway = await startFakeGateway();
  const secret = 'Jane Doe';
  const { code, out, err } = await load(`{"a": "${secret}\n`.repeat(3000));
  expect(code).toBe(1);
  expect(out).toContain('0 accepted, 0 unchanged, 3,000 rejected');
  expect(out).toContain('3,000 × is not JSON (like line 1)');
  expect(err).toContain('every posting was refused');
  expect(out + err).not.toContain(secret);
});

test('a request of which the gateway accepts nothing (422) is reported line by line, as one with status 200', async () => {
  gateway = await startFakeGateway();
  gateway.intercept((req, res) => {
    const faults = [
      { path: '0.title', message: 'is missing' },
      { path: '1.title', message: 'is missing' },
      { path: '', message: '1 more' },
    ];
    const problem = { type: 'urn:x', title: 'None can be taken', status: 422, code: 'unprocessable', faults };
    req.on('end', () => {
      res.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    });
    req.resume();
    return true;
  });
  const { code, out } = await load(`\n${rows(3)}`);
  expect(code).toBe(1);
  expect(out).toContain('0 accepted, 0 unchanged, 3 rejected');
  // They go in two requests, of two lines and of one.
  expect(out).toContain('3 × the title is missing (like line 2)');
  expect(reported().map(([line]) => line)).toEqual([2, 3, 4]);
});

test.each([
  [['ask'], 'QUERY is missing: demand, trend, pairs'],
  [['ask', 'compare'], 'A and B are missing; like: skillstream ask compare backend frontend'],
  [['ask', 'compare', 'backend'], 'B is missing'],
  [['ask', 'trend'], 'SKILL is missing; like: skillstream ask trend kubernetes'],
  [['load'], 'FILE is missing'],
  [['dlq'], 'list, show or migrate is missing'],
  [['taxonomy', 'find'], 'WORD is missing'],
])('%p says what is missing, with exit code 2', async (args, message) => {
  gateway = await startFakeGateway();
  expect(await run(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});

test('an empty file is named as such', async () => {
  gateway = await startFakeGateway();
  const { code, err } = await load('');
  expect(code).toBe(1);
  expect(err).toMatch(/no postings in .*postings\.ndjson/);
});

test('lines without a result are sent again: unavailable services, truncated responses, a gateway that returns 503', async () => {
  let answered = 0;
  const validate: Classifier = () => {
    answered += 1;
    if (answered % 1500 === 700) return 'unavailable';
    return answered % 1500 === 1400 ? 'break' : 'accepted';
  };
  gateway = await startFakeGateway(validate);
  let request = 0;
  gateway.intercept((req, res) => {
    request += 1;
    if (request % 3 !== 1) return false;
    req.resume();
    res.writeHead(503, { 'retry-after': '0' }).end('{}');
    return true;
  });
  const { code, out, err } = await load(rows(5000));
  expect(code).toBe(0);
  expect(out).toContain('5,000 postings sent');
  expect(gateway.size()).toBe(5000);
  expect(gateway.taken).toHaveLength(5000);
  expect(err).toContain('waiting: the store cannot be reached');
});

test('versions of one posting arrive in the order of the file, also across refusals', async () => {
  let answered = 0;
  gateway = await startFakeGateway(() => {
    answered += 1;
    return answered % 1700 === 0 ? 'unavailable' : 'accepted';
  });
  const versions = Array.from({ length: 6000 }, (_, i) =>
    row(i % 10, `${'v'.repeat(Math.floor(i / 10) + 1)}`),
  );
  expect((await load(versions.join('\n'))).code).toBe(0);
  for (let id = 0; id < 10; id += 1) {
    const lengths = gateway.taken
      .filter((taken) => taken.startsWith(`${id} `))
      .map((taken) => taken.length - 2);
    expect(lengths).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
  }
});

test('a gateway that takes nothing at all ends the load with exit code 1 and what is missing', async () => {
  gateway = await startFakeGateway(() => 'unavailable');
  const { code, out, err } = await load(rows(3), '--patience', '0');
  expect(code).toBe(1);
  expect(err).toContain('without progress: the store cannot be reached');
  expect(out).toContain('3 could not be sent: run the same command again');
});

test('it waits until all is counted and says how long that took', async () => {
  gateway = await startFakeGateway();
  const file = join(folder, 'a.json');
  writeFileSync(file, `[${row(1)}]`);
  const { code, out } = await run(['load', file, '--reports', folder]);
  expect(code).toBe(0);
  expect(out).toMatch(/^all counted(?: \d+\.\d s after the first was accepted)?$/m);
});

test('what a lost response had accepted is not said to be unchanged, and is waited for', async () => {
  gateway = await startFakeGateway();
  gateway.intercept((_req, res) => {
    // Two senders, each with one request whose lines are taken and whose response is lost.
    if (gateway.requests() <= 2) Object.assign(res, { write: () => true, end: () => res.destroy() });
    return false;
  });
  const file = join(folder, 'a.ndjson');
  writeFileSync(file, rows(5));
  const { code, out } = await run(['load', file, '--reports', folder]);
  expect({ code, taken: gateway.size() }).toEqual({ code: 0, taken: 5 });
  expect(out).toContain(
    '0 accepted, 0 unchanged, 0 rejected, 5 accepted or unchanged (sent again after a break)',
  );
  expect(out).toMatch(/^all counted/m);
});

test('Ctrl-C says how many have their results, and that the same command goes on', async () => {
  gateway = await startFakeGateway();
  const file = join(folder, 'a.ndjson');
  // Of one posting, so that one request follows the other; the first has 2,000 of them.
  writeFileSync(file, Array.from({ length: 3000 }, () => row(1)).join('\n'));
  const child = start(['load', file, '--reports', folder, '--no-wait']);
  gateway.intercept(() => gateway.requests() === 2 && child.kill('SIGINT'));
  const [err, [code, signal]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
  expect(Buffer.concat(err).toString()).toContain(
    'broken off: 2,000 postings have their results (1 accepted, 1,999 there already, 0 rejected). ' +
      'The same command again goes on, and loads nothing twice\n',
  );
});

test('nobody listening means: not running, with what to do', async () => {
  gateway = await startFakeGateway();
  await gateway.stop();
  const { code, err } = await load(rows(1));
  expect(code).toBe(1);
  expect(err).toContain('skillstream is not running: npm start');
});

test('memory stays flat while 150 MB pass through', async () => {
  gateway = await startFakeGateway();
  const child = start(['load', '-', '--reports', folder, '--no-wait']);
  const exited = once(child, 'exit');
  const residentMb = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
  const sizes: number[] = [];
  gateway.intercept(() => {
    sizes.push(residentMb());
    return false;
  });
  const text = 'x'.repeat(3000);
  const lines = Readable.from(
    (function* () {
      for (let i = 0; i < 50_000; i += 1) yield `${row(i, text)}\n`;
    })(),
  );
  lines.pipe(child.stdin);
  expect((await exited)[0]).toBe(0);
  expect(gateway.size()).toBe(50_000);
  const third = Math.floor(sizes.length / 3);
  const early = Math.max(...sizes.slice(0, third));
  expect(Math.max(...sizes.slice(-third))).toBeLessThan(early + 100);
});
