import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { previewResult, type PreviewQuery } from '@skillstream/contracts';
import { createPreview } from './create-preview.ts';

const now = () => new Date('2025-06-01T00:00:00Z');
const preview = createPreview({ now, nowMs: Date.now, turns: createTurns(), maxLineBytes: 1_000_000 });
const previewOf = async (content: string | Buffer, query: PreviewQuery = {}) => {
  const result = await preview(Buffer.from(content as string), query);
  expect(previewResult.parse(result)).toEqual(result);
  return result;
};

const csv = [
  'Job Title;Company;City;Salary;Posted;Team;Description',
  'Senior backend engineer;Paper Boats;Kiel;60.000 € – 80.000 €;21.10.2024;Deck;"We use Go.',
  'Write to anna@boats.example"',
  'Mate;Paper Boats;Kiel;;31.02.2025;Deck;We use Kafka',
  'Cook;Paper Boats;Kiel;;01.02.2030;Deck;We use Rust',
].join('\n');

test('a table is shown as it would be stored, with what is derived, and its faults by line and column', async () => {
  expect(await previewOf(csv, { defaultSource: 'boats' })).toMatchObject({
    format: { kind: 'table', delimiter: ';', encoding: 'UTF-8', packed: false },
    columns: [
      { column: 'Job Title', field: 'title' },
      { column: 'Company', field: 'organization' },
      { column: 'City', field: 'city' },
      { column: 'Salary', field: 'salary' },
      { column: 'Posted', field: 'datePosted' },
      { column: 'Team', field: null },
      { column: 'Description', field: 'description' },
    ],
    ...{ rows: 3, refused: 2, problem: null, firstLine: 1 },
    postings: [
      {
        ...{ line: 2, source: 'boats', role: 'backend', seniority: 'senior' },
        location: { country: 'DE', city: 'Kiel' },
        salary: { min: 60_000, max: 80_000, currency: 'EUR', period: 'year' },
        derived: { role: { from: 'title' } },
        description: expect.not.stringContaining('anna@boats.example'),
      },
    ],
    faults: [
      { line: 4, path: 'Posted', message: 'is no day of the calendar' },
      { line: 5, path: 'datePosted', message: expect.stringMatching(/future/) },
    ],
  });
});

test('it counts the reasons of rows that cannot be taken, what the others lack, and what is not understood', async () => {
  const table = [
    'id,link,title,date,place,type,text',
    '1,,Mate,2025-01-01,Kiel,Volunteer,Go',
    ',https://a.example/2,Mate,,,,Go',
    '3,,Mate,31.02.2025,,,Go',
    '4,,Mate,30.02.2025,,,Go',
    '5,,Mate,2025-01-01,,,',
  ].join('\n');
  const { rows, refused, reasons, quality } = await previewOf(table, { map: 'url=link' });
  expect({ rows, refused }).toEqual({ rows: 5, refused: 3 });
  expect(reasons).toEqual([
    { path: 'date', message: 'is no day of the calendar', rows: 2, line: 4 },
    { path: 'description', message: 'is missing', rows: 1, line: 6 },
  ]);
  expect(quality).toEqual({
    ...{ postings: 2, withoutDate: 1, withoutPlace: 1 },
    unread: [{ column: 'type', cells: 1 }],
    ids: [
      { of: 'id', rows: 1 },
      { of: 'url', rows: 1 },
    ],
  });
});

test('without a place are the rows of which none was understood or kept, whatever their fields say', async () => {
  const rows = [
    '{"id":"1","title":"Mate (Berlin)","text":"Go"}',
    '{"id":"2","title":"Mate","location":"Zentrale","text":"Go"}',
    '{"id":"3","title":"Mate","city":"Zentrale","text":"Go"}',
  ];
  const { postings, quality } = await previewOf(rows.join('\n'));
  expect(postings.map(({ location }) => Object.values(location).filter(Boolean))).toEqual([
    ['DE', 'Berlin'],
    [],
    ['Zentrale'],
  ]);
  expect(quality).toMatchObject({ postings: 3, withoutPlace: 1 });
});

test('a country of the file is that of rows that name no place, and says so', async () => {
  const towns = 'id,title,location,description\n1,Mate,Bad Homburg,Go\n2,Cook,Paris,Go\n3,Cook,,Go';
  const { postings } = await previewOf(towns, { country: 'DE' });
  expect(postings).toMatchObject([
    {
      location: { country: 'DE', city: null },
      derived: { location: { from: 'default', confidence: 'guess' } },
    },
    { location: { country: 'FR' }, derived: { location: { from: 'field' } } },
    { location: { country: 'DE' } },
  ]);
  await expect(previewOf(towns, { country: 'XX' })).rejects.toThrow('an ISO 3166-1 alpha-2 code, like DE');
});

test.each(['"We use Go.\nWrite to', 'We use', ''])(
  'what the end of a part cuts is no fault: %j',
  async (cut) => {
    const begun = `id,title,description\n1,Dev,We use Kafka\n2,Dev,${cut}`;
    const { rows, postings, faults } = await previewOf(begun, { part: 'true' });
    expect({ rows, lines: postings.map(({ line }) => line), faults }).toEqual({
      rows: 1,
      lines: [2],
      faults: [],
    });
    const whole = await previewOf(begun);
    expect(whole.rows).toBeGreaterThan(1);
  },
);

test('of a beginning with empty rows only no more is read than there is time for', async () => {
  let ms = 0;
  let looks = 0;
  const nowMs = () => ((looks += 1), (ms += 5000));
  const slow = createPreview({ now, nowMs, turns: createTurns(), maxLineBytes: 1_000_000 });
  const packed = gzipSync(`title,description\n${'\n'.repeat(4_000_000)}`);
  expect(await slow(packed, {})).toMatchObject({ rows: 0, problem: 'no row was found within 20 s' });
  expect(looks).toBeLessThan(10);
});

test('the beginning of a compressed file, and of an array, is read as far as it goes', async () => {
  const packed = gzipSync(`id,title,description\n${'1,Dev,We use Go\n'.repeat(5000)}`);
  expect(await previewOf(packed.subarray(0, packed.length - 20), { part: 'true' })).toMatchObject({
    ...{ problem: null, refused: 0, format: { packed: true } },
  });
  const array = '[{"job_title":"Dev","description":"We use Go"},{"job_title":"Mate","descr';
  expect(await previewOf(array, { part: 'true' })).toMatchObject({
    ...{ rows: 1, problem: null, format: { kind: 'array' }, postings: [{ title: 'Dev' }] },
  });
});

test.each<[string, string | Buffer, RegExp]>([
  ['nothing', '', /./],
  ['a zip', 'PK\x03\x04', /^is a zip, and archives are opened by the command alone: .* load FILE$/],
  ['a workbook', 'PK\x03\x04\x14\0xl/workbook.xml', /^is a workbook .*: save it as CSV$/],
  ['a text', 'We use Go', /it is no table of two columns or more/],
  ['a table without a text', 'a,b\n1,2\n', /no column is known as the description/],
  ['10,000 columns', `${'c,'.repeat(10_000)}description\n`, /10001 columns, of 1000/],
  ['what is no gzip behind its first bytes', Buffer.from([0x1f, 0x8b, 1, 2, 3]), /./],
  [
    'gzip that becomes too much',
    gzipSync(Buffer.alloc(20_000_000, 'a,b\n')),
    /more than 16000000 bytes|no column/,
  ],
])('%s has a problem, in a sentence', async (_name, content, problem) => {
  expect((await previewOf(content)).problem).toMatch(problem);
});

test('no more than 50 postings and 50 faults are shown, of 2,000 rows', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) =>
    i % 2 ? `${i}` : `${i},Dev,${'We use Go. '.repeat(i < 20 ? 2000 : 200)}`,
  );
  const found = await previewOf(`id,title,description\n${rows.join('\n')}`);
  expect([found.rows, found.postings.length, found.faults.length]).toEqual([2000, 50, 50]);
  // Of the first five as much as the skills of real postings are in.
  const lengths = found.postings.map(({ description }) => description.length);
  expect(lengths).toEqual(lengths.map((_, index) => (index < 5 ? 20_000 : 1000)));
});

test('what is read for nobody any more ends', async () => {
  const over = new AbortController();
  over.abort();
  const content = `id,title,description\n${'1,Dev,We use Go\n'.repeat(100)}`;
  expect(await preview(Buffer.from(content), {}, over.signal)).toMatchObject({ rows: 0 });
});

test('a file says whether its dates want an order, and its lines can go as they are', async () => {
  const dates = 'id,description,date\n1,We use Go,03/04/2025\n';
  expect(await previewOf(dates)).toMatchObject({ dates: null, undecided: true, refused: 1 });
  expect(await previewOf(dates, { dates: 'mdy' })).toMatchObject({ undecided: false, refused: 0 });
  const ours = '{"source":"a","sourceId":"1","description":"We use Go"}';
  expect(await previewOf(ours)).toMatchObject({ asIs: true, columns: [], refused: 0 });
  const ashby = { sourceId: 'x', company: 'Paper Boats', postedAt: '2025-03-10', description: 'We use Go' };
  expect(await previewOf(JSON.stringify(ashby))).toMatchObject({
    ...{ asIs: false, columns: [], refused: 0 },
  });
});

test('a table is read by the marks that somebody gives', async () => {
  const content = 'title:description\n"Dev:We use Go\n';
  const marks = { delimiter: ':', quote: '', escape: '"' } as const;
  expect(await previewOf(content, marks)).toMatchObject({
    ...{ rows: 1, format: { delimiter: ':', quote: '', escape: '' }, postings: [{ title: '"Dev' }] },
  });
});
