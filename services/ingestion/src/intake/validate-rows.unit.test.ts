import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { openTableBody } from './open-table.ts';
import { createQuietBound, createValidateRows } from './validate-rows.ts';
import { createRejectedShare } from './validate-stream.ts';

async function* blocks(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
const HEADER = 'id,title,description,colour\n';
const now = () => new Date('2025-06-01T00:00:00Z');

const read = async (source: AsyncIterable<Buffer>, more: { free?: number; maxLineBytes?: number } = {}) => {
  const { free = 1000, maxLineBytes = 2000 } = more;
  const rejectedShare = () => createRejectedShare(free, 1);
  const validate = createValidateRows({ now, maxLineBytes, turns: createTurns(), rejectedShare });
  const { rows } = await openTableBody(source, {});
  const found = [];
  for await (const batch of validate(rows, () => undefined)) found.push(...batch);
  return found.map(({ validated }) =>
    'faults' in validated
      ? [validated.line, validated.faults[0]!.path, validated.faults.at(-1)!.message]
      : [validated.line, validated.posting.sourceId, validated.posting.source],
  );
};

test('each row is a posting or an issue, by the line that it begins on', async () => {
  expect(await read(blocks(HEADER, '1,Dev,"We use\nGo",red\n2,Dev\n3,Dev,We use Kafka,blue\n'))).toEqual([
    [2, '1', 'upload'],
    [4, 'description', 'is missing: the row has 2 of 4 columns'],
    [5, '3', 'upload'],
  ]);
});

test('a row above the limit of a line is refused, and the next is taken', async () => {
  expect(await read(blocks(HEADER, `1,Dev,${'x'.repeat(3000)},\n2,Dev,We use Go,\n`))).toEqual([
    [2, '', 'is longer than 2000 bytes'],
    [3, '2', 'upload'],
  ]);
});

test('a quote that is never closed costs its row, and reading goes on with the next', async () => {
  expect(await read(blocks(HEADER, '1,Dev,"We use Go,red\n2,Dev,We use Kafka,red\n'))).toEqual([
    [2, 'description', expect.stringMatching(/has a quote on line 2 that is not closed/)],
    [3, '2', 'upload'],
  ]);
});

test('too many rows that cannot be taken end the table, and the last says so', async () => {
  expect(await read(blocks(HEADER, '1\n'.repeat(9)), { free: 3 })).toEqual([
    [2, 'title', expect.stringMatching(/1 of 4/)],
    [3, 'title', expect.stringMatching(/1 of 4/)],
    [4, 'title', expect.stringMatching(/the stream ends here/)],
  ]);
});

test('a body that breaks off is one more issue behind the rows that came', async () => {
  async function* broken() {
    yield Buffer.from(`${HEADER}1,Dev,We use Go,red\n2,Dev,We use Ka`);
    throw new Error('the line went dead');
  }
  expect(await read(broken())).toEqual([
    [2, '1', 'upload'],
    [3, '', 'the body cannot be read further: the line went dead'],
  ]);
});

test('a body of blank rows without end is ended', async () => {
  async function* blank() {
    for (;;) yield Buffer.from('\n');
  }
  const bound = createQuietBound(blank(), 50);
  const all = async () => {
    for await (const _ of bound.blocks);
  };
  await expect(all()).rejects.toMatchObject({ code: 'too-large', message: /no row in 50 blocks/ });
});

test.each<[string, string, object, string, RegExp]>([
  ['no table', '{"a":1}\n{"a":2}\n', {}, 'unprocessable', /no table of two columns/],
  ['nothing', '', {}, 'unprocessable', /no table of two columns/],
  ['a page', '<html><body>', {}, 'unprocessable', /no table/],
  ['no column for a text', 'a,b\n1,2\n', {}, 'unprocessable', /no column is known as the description/],
  ['10,000 columns', `${'c,'.repeat(10_000)}description\n`, {}, 'unprocessable', /10001 columns, of 1000/],
  ['a first line without end', 'c,'.repeat(50_000), {}, 'unprocessable', /longer than 65536 bytes/],
  [
    'a column that is not there',
    `${HEADER}1,a,b,c\n`,
    { map: 'url=nowhere' },
    'unprocessable',
    /no column nowhere/,
  ],
  ['an unknown field', HEADER, { map: 'colour=colour' }, 'invalid-input', /map: "colour" is no field/],
  ['a field twice', HEADER, { map: 'title=a,title=b' }, 'invalid-input', /map: title has two columns/],
  ['a map of damaged JSON', HEADER, { map: '{"title":' }, 'invalid-input', /map: begins as JSON/],
])('%s is refused as a whole', async (_name, text, query, code, message) => {
  await expect(openTableBody(blocks(text), query)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
});

test('what becomes of the columns is said, and what the parameters ask for is done', async () => {
  const { mapped, rows } = await openTableBody(blocks('kind,headline,description\nx,Dev,We use Go\n'), {
    map: '{"title":"headline"}',
    source: 'mine',
    dates: 'mdy',
  });
  expect(mapped).toEqual({
    ...{ line: 1, status: 'mapped', dates: 'mdy', leftOut: ['kind'] },
    columns: [
      { column: 'headline', field: 'title' },
      { column: 'description', field: 'description' },
    ],
  });
  expect((await rows.next()).value).toMatchObject({ posting: { source: 'mine', title: 'Dev' } });
});
