import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startFakeGateway } from './fake-gateway.ts';
import { loadContent, reportedIn } from './run-load.ts';

let folder: string;
let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-tables-'));
  gateway = await startFakeGateway();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await gateway.stop();
});

const load = (content: string | Buffer, ...options: string[]) =>
  loadContent(folder, gateway.url, content, options);

const csv = [
  'job_id,job_title,company,posted_at,shoe size,description',
  '1,Sailor,Paper Boats,21.10.2025,7,"We fold',
  'boats"',
  '2,Mate,Paper Boats,03/04/2025,8,Kafka',
  '3,Cook,Paper Boats',
].join('\n');

test('a table is loaded by the names of its columns; what is left out and what is refused is named by column', async () => {
  const { code, out, err } = await load(csv);
  expect({ code, taken: gateway.taken }).toEqual({ code: 0, taken: ['1 We fold\nboats'] });
  expect(err).toContain(
    'postings.ndjson: a table with commas, UTF-8\ncolumns: job_id → sourceId, job_title → title,',
  );
  expect(err).toContain('left out: shoe size\n');
  expect(out).toContain('1 accepted, 0 unchanged, 2 rejected');
  expect(out).toMatch(/1 × posted_at: has day or month first.* --dates dmy or mdy \(line 4\)/);
  expect(out).toContain('of 1 posting read, all have a date, 1 without a place');
  expect(reportedIn(folder).map(([line]) => line)).toEqual([4, 5]);
  expect((await load(csv, '--dates', 'mdy', '--map', 'title=company,')).out).toContain(
    '1 accepted, 1 unchanged',
  );
});

test('a preview shows format, columns, rows and faults, and asks nobody', async () => {
  const { code, out, err } = await load(csv, '--dry-run', '--source', 'mine');
  expect({ code, err, requests: gateway.requests() }).toEqual({ code: 0, err: '', requests: 0 });
  for (const part of [
    'a table with commas, UTF-8\n',
    'job_title → title',
    'left out: shoe size\n',
    'the id of a posting: their own (1)\n',
    'We fold boats',
    '3 rows read: 1 can be sent, 2 cannot; the platform decides about each that is sent',
    '  line 4, posted_at: has day or month first',
    '  line 5, posted_at: is missing: the row has 3 of 6 columns',
    'nothing was loaded: this was --dry-run\n',
  ])
    expect(out).toContain(part);
  expect(out).toMatch(/source +│ mine/);
  const { code: none, out: said } = await load('a,b\n1,2\n', '--dry-run');
  const advice = 'no column is known as the description of a posting: --map description=COLUMN names one';
  expect([none, said]).toEqual([1, expect.stringContaining(advice)]);
});

test('a column that is named and not there is said instead of rows, with the field that it was named for', async () => {
  const table = 'Headline,Description\nMate,Go\n';
  const { code, out } = await load(table, '--dry-run', '--map', 'title=top line');
  const said = 'there is no column top line: --map title=COLUMN names one\n';
  expect([code, out]).toEqual([1, expect.stringContaining(said)]);
  expect(out).not.toContain('┌');
  expect(out).not.toContain('no column for the title');
  const named = await load(table, '--dry-run', '--map', 'title=head_line');
  expect([named.code, named.out]).toEqual([0, expect.stringContaining('columns: Headline → title,')]);
});

test('--country is shown for the rows that name no place, and for no other', async () => {
  const towns = 'id,title,location,description\n1,Mate,Bad Homburg,Go\n2,Cook,Paris,Go\n';
  const { out } = await load(towns, '--dry-run', '--country', 'de');
  expect(out).toContain('country: DE, of rows that name no place that is known\n');
  expect(out).toMatch(/country +│ DE \(by --country\) +│ FR +│/);
  expect((await load(towns, '--dry-run')).out).toMatch(/country +│ +│ FR +│/);
});

test('a row without a description is refused in plain words', async () => {
  const { out } = await load('id,title,description\n1,Mate,Go\n2,Cook,\n', '--dry-run');
  expect(out).toContain('  1 × the description is missing (line 3)');
  expect(out).toContain('  line 3: the description is missing');
  expect(out).not.toContain('Invalid input');
});

test('a table without a description is refused before anything is sent, with what to do', async () => {
  const { code, err } = await load('id,shoe\n1,7\n');
  expect({ code, requests: gateway.requests() }).toEqual({ code: 1, requests: 0 });
  expect(err).toContain('left out: shoe\n');
  expect(err).toContain('--map description=COLUMN names one');
  const other = await load('Dear all\n');
  expect([other.code, other.err]).toEqual([
    1,
    expect.stringContaining('it is no table of two columns or more'),
  ]);
  expect(other.err).not.toContain('--map');
});

test.each([
  [['--dates', 'ymd'], '--dates takes dmy or mdy, not "ymd"'],
  [['--source', 'My Board'], '--source takes lower-case letters'],
  [['--country', 'Germany'], '--country takes an ISO 3166-1 alpha-2 code, like DE, not "Germany"'],
  [['--country', 'uk'], '--country takes an ISO 3166-1 alpha-2 code, which is GB here, not "uk"'],
  [['--country', 'XX'], '--country takes an ISO 3166-1 alpha-2 code, like DE, not "XX"'],
  [['--map', 'headline=x'], '--map: "headline" is no field of a posting'],
])('%p is refused with exit code 2', async (args, message) => {
  expect(await load(csv, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});
