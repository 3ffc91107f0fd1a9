import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createCapacity } from '@skillstream/http';
import { createReadSmall } from './small-body.ts';

const create = () => createReadSmall(createCapacity('bytes', { most: 450, mostOfOne: 250 }), 100);
const body = (...blocks: number[]) => {
  const stream = new PassThrough();
  for (const bytes of blocks) stream.write(Buffer.alloc(bytes, 'x'));
  return stream as unknown as PassThrough & IncomingMessage;
};
const complete = (...blocks: number[]) => {
  const stream = body(...blocks);
  stream.end();
  return stream;
};

test('a small body is read to its end, however it is cut', async () => {
  const readSmall = create();
  for (const blocks of [[], [100], [40, 1, 59]]) {
    const { bytes, complete: whole, release } = await readSmall(complete(...blocks), 'a');
    expect([bytes.length, whole]).toEqual([blocks.reduce((sum, one) => sum + one, 0), true]);
    release();
  }
});

test('of a larger one the beginning is read, and the rest stays in the request', async () => {
  const stream = complete(60, 60, 60);
  const { bytes, complete: whole } = await create()(stream, 'a');
  let rest = 0;
  for await (const block of stream) rest += (block as Buffer).length;
  expect([whole, bytes.length + rest]).toEqual([false, 180]);
});

test('of a body whose client disconnects the bytes so far are returned, as incomplete', async () => {
  const stream = body(10);
  const read = create()(stream, 'a');
  stream.destroy();
  expect((await read).complete).toBe(false);
});

test('one client may use so many bytes and no more, until they are released, and leaves some to others', async () => {
  const readSmall = create();
  const bodies = [await readSmall(complete(100), 'a'), await readSmall(complete(100), 'a')];
  await expect(readSmall(complete(100), 'a')).rejects.toMatchObject({ code: 'overloaded' });
  expect((await readSmall(complete(100), 'b')).bytes).toHaveLength(100);
  for (const { release } of [...bodies, ...bodies]) release();
  const again = [await readSmall(complete(100), 'a'), await readSmall(complete(100), 'a')];
  await expect(readSmall(complete(100), 'a')).rejects.toMatchObject({ code: 'overloaded' });
  expect(again.map(({ bytes }) => bytes.length)).toEqual([100, 100]);
});

test('all clients together may use so many bytes and no more', async () => {
  const readSmall = create();
  for (const client of ['a', 'a', 'b', 'b']) await readSmall(complete(100), client);
  await expect(readSmall(complete(100), 'c')).rejects.toMatchObject({ code: 'overloaded' });
});
