import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { previewParts } from './preview.ts';
import { createRecords } from './records-of.ts';

test('of several files the first cell that was not understood is named with its file', async () => {
  const part = (name: string | null) => ({
    ...{ name, share: 1 },
    open: async () =>
      (async function* () {
        yield Buffer.from('id,title,text,pay\n1,Mate,a,60-70k\n');
      })(),
  });
  const firstOf = async (name: string | null) => {
    const parts = (async function* () {
      yield part(name);
    })();
    const options = { path: 'jobs', open: { defaultSource: 'a' }, onBytes: () => {}, onNote: () => {} };
    const records = createRecords(parts, options);
    let read = 0;
    for await (const _ of records.lines) read += 1;
    expect(read).toBe(1);
    return records.qualities()[0]!.unread.get('pay')?.first;
  };
  expect(await firstOf('b.csv')).toEqual({ file: 'b.csv', line: 2, value: '60-70k' });
  expect(await firstOf(null)).toEqual({ line: 2, value: '60-70k' });
});

const endless = (beginning: string) =>
  Readable.from(
    (async function* () {
      yield Buffer.from(beginning);
      for (;;) yield Buffer.from('1,a word,2\n'.repeat(10_000));
    })(),
  );

test.each([
  ['no file of postings', 'PK\x03\x04'],
  ['one without a column for the text', 'id,word,number\n'],
])('of a folder a file is closed that is not read to its end: %s', async (_what, beginning) => {
  const streams: Readable[] = [];
  const open = async () => {
    const stream = endless(beginning);
    streams.push(stream);
    return stream as AsyncIterable<Buffer>;
  };
  const parts = () =>
    (async function* () {
      yield { name: 'a.csv', share: 1, open };
    })();
  const options = { path: 'jobs', open: { defaultSource: 'a' }, onBytes: () => {}, onNote: () => {} };
  const records = createRecords(parts(), options);
  for await (const _ of records.lines) throw new Error('nothing can be taken');
  expect(records.failures()).toEqual([expect.stringContaining('a.csv')]);
  await previewParts(parts(), { defaultSource: 'a' });
  expect(streams.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});
