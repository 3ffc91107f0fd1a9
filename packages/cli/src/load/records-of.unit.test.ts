import { expect, test } from '@jest/globals';
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
