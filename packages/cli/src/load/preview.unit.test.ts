import { expect, test } from '@jest/globals';
import { previewParts } from './preview.ts';

const previewOf = async (content: string) => {
  async function* blocks() {
    yield Buffer.from(content);
  }
  async function* parts() {
    yield { name: null, share: 1, open: async () => blocks() };
  }
  return (await previewParts(parts(), { defaultSource: 'jobs' })).text;
};

test('the places that are counted are those that the rows show', async () => {
  const none = await previewOf('id,title,location,text\n1,Mate,Zentrale,Go\n2,Cook,Berlin,Go\n');
  expect(none).toContain(
    'of 2 postings read, 2 without a date (they count as of today), 1 without a place\n',
  );
  const titled = await previewOf('id,title,text\n1,Mate (Berlin),Go\n');
  expect(titled).toMatch(/country +│ DE/);
  expect(titled).toContain(', all have a place\n');
});

test('what ingestion would refuse by its values cannot be sent, with its reason, whether it is shown or not', async () => {
  const rows = Array.from({ length: 6 }, (_, id) => `${id},Mate,,,EUR,2025-10-21,Go`);
  rows.push(
    '6,Mate,90000,60000,EUR,2025-10-21,Go',
    '7,Mate,,,EUR,31.02.2025,Go',
    '8,Mate,,,EUR,2999-01-01,Go',
  );
  const said = await previewOf(`id,title,salary min,salary max,currency,date,text\n${rows.join('\n')}\n`);
  expect(said).toContain('9 rows read: 6 can be sent, 3 cannot;');
  expect(said).toContain('  1 × salary.min: is above salary.max (line 8)\n');
  expect(said).toContain(
    [
      'the first of them:',
      '  line 8, salary.min: is above salary.max',
      '  line 9, date: is no day of the calendar',
      '  line 10, datePosted: lies in the future\n',
    ].join('\n'),
  );
});

test.each([
  ['rows', 2100, 'Go', 2000],
  ['bytes', 60, 'Go '.repeat(65_000), 51],
])('it is asked what would be stored of no more than a bound of %s', async (_of, rows, text, most) => {
  const lines = Array.from({ length: rows }, (_, id) => `${id},Mate,Berlin,${text}`);
  const said = await previewOf(`id,title,location,text\n${lines.join('\n')}\n`);
  expect(said).toMatch(new RegExp(`of ${most.toLocaleString('en')} that can be stored all have a place`));
});

test('a file without a value is called empty, and a value that is no posting is not', async () => {
  for (const content of ['', '\n \n'])
    expect(await previewOf(content)).toMatch(/^an empty file\n0 rows read/);
  expect(await previewOf('{"a"\n')).toMatch(/^JSON, a value a line\n1 row read: 0 can be sent/);
});

test('a table without a column for the title says what is taken for it, and how one is named', async () => {
  const said = 'no column for the title: the first line of the text is taken; --map title=COLUMN names one\n';
  expect(await previewOf('id,top line,text\n1,Mate,We fold boats\n')).toContain(said);
  expect(await previewOf('id,title,text\n1,Mate,We fold boats\n')).not.toContain('no column');
  expect(await previewOf('{"source":"a","sourceId":"1","description":"Go"}\n')).not.toContain('no column');
});

test('of JSON it says what stands beside the list, and names a list where no column would help', async () => {
  const rows = [{ id: 1, title: 'Mate', description: 'Go' }];
  const beside = await previewOf(JSON.stringify({ employer: 'Acme', country: 'DE', jobs: rows }));
  expect(beside).toContain('\nbeside the list, and not read: organization, country\n');
  const pages = [1, 2].map((page) => `${JSON.stringify({ page, results: rows })}\n`).join('');
  const said = await previewOf(pages);
  expect(said).toContain(
    'its values have lists of postings below "results": give the elements of these alone',
  );
  expect(said).not.toContain('--map');
});
