import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startFakeGateway } from './fake-gateway.ts';
import { makeZip } from './make-zip.ts';
import { loadContent, reportedIn, runCommand } from './run-load.ts';

let folder: string;
let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-folders-'));
  gateway = await startFakeGateway();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await gateway.stop();
});

const csv = 'id,description\n1,Kafka\n2\n';
const ndjson = '{"source":"a","sourceId":"3","description":"Redis"}\n';
const feed = '<rss><item><guid>4</guid><description>Node</description></item></rss>';
const load = (content: Buffer, ...options: string[]) => loadContent(folder, gateway.url, content, options);
const taken = () => [...gateway.taken].sort();

test('a folder is loaded file by file, each by its own format, and one that is broken stops none of the others', async () => {
  const jobs = join(folder, 'jobs');
  mkdirSync(join(jobs, 'within'), { recursive: true });
  writeFileSync(join(jobs, 'a.csv'), csv);
  writeFileSync(join(jobs, 'b.txt'), gzipSync(ndjson));
  writeFileSync(join(jobs, 'c.json'), '[{"source":"a"');
  writeFileSync(join(jobs, 'd.csv'), 'id,shoe\n1,7\n');
  writeFileSync(join(jobs, 'e.zip'), makeZip([{ name: 'feed.xml', content: Buffer.from(feed) }]));
  writeFileSync(join(jobs, '.hidden'), csv.replace('1,', '9,'));
  const args = ['load', jobs, '--reports', folder, '--no-wait'];
  const { code, out, err } = await runCommand(args, gateway.url);
  expect({ code, taken: taken() }).toEqual({ code: 1, taken: ['1 Kafka', '3 Redis', '4 Node'] });
  expect(out).toContain('3 accepted, 0 unchanged, 2 rejected');
  expect(out).toContain('1 × description: is missing: the row has 1 of 2 columns (a.csv, line 3)');
  expect(err).toContain(`${join(jobs, 'a.csv')}: a table with commas, UTF-8\n`);
  expect(err).toContain(`${join(jobs, 'c.json')}: breaks off in the middle of what begins on line 1\n`);
  expect(err).toContain(`${join(jobs, 'd.csv')}: no column is known as the description of a posting`);
  const preview = await runCommand([...args, '--dry-run'], gateway.url);
  expect(preview).toMatchObject({ code: 1, out: expect.stringContaining('e.zip/feed.xml:\nan XML feed\n') });
});

test('a folder with a workbook, a zip that is cut, and a link to nothing names them, and loads the others', async () => {
  const jobs = join(folder, 'jobs');
  mkdirSync(jobs);
  const zip = makeZip([{ name: 'a.csv', content: Buffer.from(csv) }]);
  writeFileSync(join(jobs, 'a.csv'), csv);
  writeFileSync(
    join(jobs, 'b.xlsx'),
    makeZip([{ name: '[Content_Types].xml', content: Buffer.from('<T/>') }]),
  );
  writeFileSync(join(jobs, 'c.zip'), zip.subarray(0, -10));
  symlinkSync(join(folder, 'nowhere'), join(jobs, 'd.csv'));
  writeFileSync(join(jobs, 'e.json'), ndjson);
  const args = ['load', jobs, '--reports', folder, '--no-wait'];
  const { code, err } = await runCommand(args, gateway.url);
  expect({ code, taken: taken() }).toEqual({ code: 1, taken: ['1 Kafka', '3 Redis'] });
  expect(err).toContain(`${join(jobs, 'b.xlsx')}: is a workbook or document of Office: save it as CSV\n`);
  expect(err).toContain(`${join(jobs, 'c.zip')}: `);
  expect(err).toContain(`${join(jobs, 'd.csv')}: ENOENT`);
});

test('links in a folder are read where they lead to a file, and not where they lead to a folder', async () => {
  const jobs = join(folder, 'jobs');
  mkdirSync(jobs);
  writeFileSync(join(folder, 'elsewhere.csv'), csv);
  symlinkSync(join(folder, 'elsewhere.csv'), join(jobs, 'a.csv'));
  symlinkSync(jobs, join(jobs, 'again'));
  const { code, err } = await runCommand(['load', jobs, '--reports', folder, '--no-wait'], gateway.url);
  expect({ code, taken: taken() }).toEqual({ code: 0, taken: ['1 Kafka'] });
  expect(err).not.toContain('again');
});

test('a pipe is loaded as a file is, from its first byte on', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const written = writeFile(pipe, csv);
  const { code } = await runCommand(['load', pipe, '--reports', folder, '--no-wait'], gateway.url);
  await written;
  expect({ code, taken: taken() }).toEqual({ code: 0, taken: ['1 Kafka'] });
});

test('a zip is loaded by the files in it, whatever its name is', async () => {
  const zip = makeZip([
    { name: 'jobs/b.json', content: Buffer.from(ndjson) },
    { name: 'jobs/', content: Buffer.alloc(0) },
    { name: '__MACOSX/jobs/._a.csv', content: Buffer.from([0, 5, 22, 7]) },
    { name: 'jobs/.DS_Store', content: Buffer.from([0, 0, 0, 1]) },
    { name: 'jobs/a.csv', content: Buffer.from(csv) },
  ]);
  const { code, out } = await load(zip);
  expect({ code, taken: taken() }).toEqual({ code: 0, taken: ['1 Kafka', '3 Redis'] });
  expect(out).toContain('(jobs/a.csv, line 3)');
  expect(reportedIn(folder)).toEqual([[3, 'is missing: the row has 1 of 2 columns']]);
});

test('a file in a zip with a name that leads out of it is loaded as any, and nothing is written there', async () => {
  const zip = makeZip([
    { name: '../../out.csv', content: Buffer.from(csv) },
    { name: 'b.json', content: Buffer.from(ndjson) },
  ]);
  const { code, out } = await load(zip);
  expect({ code, taken: taken() }).toEqual({ code: 0, taken: ['1 Kafka', '3 Redis'] });
  expect(out).toContain('(../../out.csv, line 3)');
  expect(existsSync(join(folder, '../../out.csv'))).toBe(false);
});

test.each([
  [
    'that says it becomes thousands of times as long',
    [{ name: 'a', content: Buffer.alloc(50_000_000) }],
    'no text does',
  ],
  [
    'that is a workbook of Excel',
    [
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/sheet1.xml', content: Buffer.from(feed) },
    ],
    'save it as CSV',
  ],
  [
    'of more than 10,000 files',
    Array.from({ length: 10_001 }, (_, id) => ({ name: `${id}`, content: Buffer.alloc(0) })),
    'of 10000 at most',
  ],
])('a zip %s is refused before any of it is read', async (_what, files, message) => {
  const { code, err } = await load(makeZip(files));
  expect({ code, requests: gateway.requests() }).toEqual({ code: 1, requests: 0 });
  expect(err).toContain(message);
});

test.each([
  [
    'becomes more than it says',
    { content: Buffer.from(csv.repeat(1000)), saysBytes: 20 },
    'too many bytes in the stream',
  ],
  ['is encrypted', { content: Buffer.from(csv), encrypted: true as const }, 'it is encrypted'],
  [
    'is a zip',
    { content: makeZip([{ name: 'a', content: Buffer.from(csv) }]) },
    'is a zip within something else',
  ],
])('a file in a zip that %s is named, and the others are loaded', async (_what, bad, message) => {
  const zip = makeZip([
    { name: 'a', ...bad },
    { name: 'b', content: Buffer.from(ndjson) },
  ]);
  const { code, err } = await load(zip);
  expect({ code, last: taken().at(-1) }).toEqual({ code: 1, last: '3 Redis' });
  expect(err).toContain(message);
});
