import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem, TableResult } from '@skillstream/contracts';
import { createFixture } from './fixture.ts';
import { post, postLines, input } from './postings.ts';

let fixture: Awaited<ReturnType<typeof createFixture>>;
let base: string;
let postingOf: (id: string) => Promise<{ posting: Record<string, unknown> }>;
beforeAll(async () => {
  fixture = await createFixture();
  base = (await fixture.harness().replica()).base;
  postingOf = async (id) =>
    (await (await fetch(`${base}/v1/postings/${id}`)).json()) as { posting: Record<string, unknown> };
});
afterAll(() => fixture.close());

const send = async (
  body: string | Uint8Array<ArrayBuffer>,
  { query = '', ...headers }: Record<string, string> = {},
) => {
  const response = await fetch(`${base}/v1/postings${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...headers },
    body,
  });
  const text = await response.text();
  if (!response.ok) return { status: response.status, problem: JSON.parse(text) as Problem, results: [] };
  const results = text.split('\n').filter(Boolean);
  return { status: response.status, results: results.map((line) => JSON.parse(line) as TableResult) };
};

const german = [
  'Stellentitel;Firma;Ort;Veröffentlicht am;Team;Beschreibung',
  'Segelmacher;Papierboote;Kiel;03.04.2025;Deck;"Wir falten Boote,\r\njeden Tag, mit Kubernetes"',
  'Koch;Papierboote',
  'Maat;Papierboote;Kiel;31.02.2025;Deck;Wir nutzen Kafka',
  'Lotse;Papierboote;Kiel;04.04.2025;Deck;Wir nutzen Go',
].join('\r\n');

test('a table is taken row by row: its columns first, then a result for each row, by its line', async () => {
  const { status, results } = await send(german, { query: '?source=papier' });
  expect(status).toBe(200);
  const accepted = { status: 'accepted', version: 1, postingId: expect.stringMatching(/^papier\./) };
  expect(results).toEqual([
    {
      ...{ line: 1, status: 'mapped', dates: null, leftOut: ['Team'] },
      columns: [
        { column: 'Stellentitel', field: 'title' },
        { column: 'Firma', field: 'organization' },
        { column: 'Ort', field: 'city' },
        { column: 'Veröffentlicht am', field: 'datePosted' },
        { column: 'Beschreibung', field: 'description' },
      ].map((one) => (one.field === 'city' ? { ...one, field: expect.any(String) } : one)),
    },
    { line: 2, ...accepted },
    { line: 4, status: 'rejected', faults: [{ path: 'Ort', message: expect.stringMatching(/2 of 6/) }] },
    {
      ...{ line: 5, status: 'rejected' },
      faults: [{ path: 'Veröffentlicht am', message: 'is no day of the calendar' }],
    },
    { line: 6, ...accepted },
  ]);
  const [, first] = results;
  const { posting } = await postingOf((first as { postingId: string }).postingId);
  expect(posting).toMatchObject({
    title: 'Segelmacher',
    organization: 'Papierboote',
    datePosted: '2025-04-03',
  });
});

test('the same table again, by gzip and in UTF-16, is unchanged', async () => {
  const utf16 = Buffer.from(`\ufeff${german}`, 'utf16le');
  const again = await send(new Uint8Array(gzipSync(utf16)), {
    query: '?source=papier',
    'content-encoding': 'gzip',
  });
  expect(again.results.map(({ status }) => status)).toEqual([
    'mapped',
    'unchanged',
    'rejected',
    'rejected',
    'unchanged',
  ]);
});

test('tabs, chosen columns and the order of dates are as the parameters say', async () => {
  const table = 'key\thead\twhat\tposted\n7\tCook\tWe use Go\t03/04/2025\n';
  const query = `?${new URLSearchParams({ map: 'title=head,description=what,sourceId=key', dates: 'mdy', defaultSource: 'galley' })}`;
  const { results } = await send(table, {
    query,
    'content-type': 'text/tab-separated-values; charset=utf-8',
  });
  expect(results[1]).toMatchObject({ line: 2, status: 'accepted' });
  const { posting } = await postingOf((results[1] as { postingId: string }).postingId);
  expect(posting).toMatchObject({ source: 'galley', sourceId: '7', title: 'Cook', datePosted: '2025-03-04' });
});

test('a part of a table is read by what is known of the whole, and decides nothing anew', async () => {
  const part = 'id\tdescription\tdate\n1\t{5" of Go\t03/04/2025\n2\t"Go\t05/26/2025\n';
  const query = `?${new URLSearchParams({ delimiter: '\t', quote: '', dates: 'none', source: 'parts' })}`;
  const { results } = await send(part, { query });
  expect(results).toMatchObject([
    { status: 'mapped', dates: null },
    {
      line: 2,
      status: 'rejected',
      faults: [{ path: 'date', message: expect.stringMatching(/day or month first/) }],
    },
    { line: 3, status: 'accepted' },
  ]);
  const { posting } = await postingOf((results[2] as { postingId: string }).postingId);
  expect(posting).toMatchObject({ description: '"Go', datePosted: '2025-05-26' });
});

test('every row of a long table has its result, in order', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => (i % 9 === 4 ? `${i}` : `${i},Dev,We use Go`));
  const { results } = await send(`id,title,description\n${rows.join('\n')}\n`, { query: '?source=long' });
  expect(results.map(({ line }) => line)).toEqual([1, ...rows.map((_, i) => i + 2)]);
  expect(results.slice(1).map(({ status }) => status)).toEqual(
    rows.map((_, i) => (i % 9 === 4 ? 'rejected' : 'accepted')),
  );
});

test.each<[string, string, Record<string, string>, number, string]>([
  ['an unknown parameter', german, { query: '?colour=red' }, 400, 'colour'],
  ['a parameter twice', german, { query: '?source=a&source=b' }, 400, 'source'],
  ['a source that is none', german, { query: '?source=A%20B' }, 400, 'source'],
  ['a country that is none', german, { query: '?country=XX' }, 400, 'country'],
  ['an order of dates that is none', german, { query: '?dates=ymd' }, 400, 'dates'],
  ['an order of dates twice', german, { query: '?dates=dmy&dates=none' }, 400, 'dates'],
  ['a delimiter of two characters', german, { query: '?delimiter=%3B%3B' }, 400, 'delimiter'],
  ['a quote that is none', german, { query: '?quote=x' }, 400, 'quote'],
  ['an escape that is none', german, { query: '?escape=' }, 400, 'escape'],
  ['a map that is too long', german, { query: `?map=${'x'.repeat(4001)}` }, 400, 'map'],
  ['a map without a field', german, { query: '?map=x' }, 400, 'map'],
  ['a charset that is not read', german, { 'content-type': 'text/csv; charset=koi8-r' }, 415, ''],
  ['what is no table', '{"source":"a"}', {}, 422, ''],
])('%s is refused before a row is taken, by name', async (_name, body, headers, status, path) => {
  const { problem, ...answer } = await send(body, headers);
  expect(answer).toMatchObject({ status });
  if (status !== 415) expect(problem?.faults?.[0]?.path).toBe(path);
});

test('the parameters of tables are refused beside any other body', async () => {
  const beside = `${base}/v1/postings?dates=dmy`;
  for (const type of ['application/json', 'application/x-ndjson']) {
    const headers = { 'content-type': type };
    const response = await fetch(beside, { method: 'POST', headers, body: JSON.stringify(input('1')) });
    expect([response.status, await response.json()]).toMatchObject([400, { faults: [{ path: 'dates' }] }]);
  }
  expect((await post(base, input('1'))).status).toBe(202);
  expect((await postLines(base, JSON.stringify(input('1')))).results).toMatchObject([
    { status: 'unchanged' },
  ]);
});
