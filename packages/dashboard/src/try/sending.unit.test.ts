import { expect, jest, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@skillstream/client';
import type { IngestResult } from '@skillstream/contracts';
import { IssuerUnreachableError } from '../sign-in/issuer-unreachable.ts';
import { createSending, mayHaveArrived, type PageBody } from './sending.ts';

const accepted = (id: string) =>
  ({ postingId: id, version: 1, status: 'accepted' }) as unknown as IngestResult;
const sendingBy = (post: (body: PageBody) => Promise<IngestResult>) => {
  let ids = 0;
  return createSending({ post, newId: () => `id-${(ids += 1)}` });
};

test('three clicks in one tick are one request', async () => {
  const post = jest.fn((body: PageBody) => Promise.resolve(accepted(body.sourceId)));
  const { send, resultOf } = sendingBy(post);
  const results = await Promise.all([send('We use Go.'), send('We use Go.'), send('We use Go.')]);
  expect(post.mock.calls).toEqual([
    [{ source: 'page', sourceId: 'id-1', description: 'We use Go.', descriptionFormat: 'text' }],
  ]);
  expect(new Set(results).size).toBe(1);
  expect(resultOf('We use Go.')).toBe(results[0]);
});

test('what is sent again after a lost response has the same id, and another text has another', async () => {
  const seen: string[] = [];
  const { send, resultOf } = sendingBy((body) => {
    seen.push(body.sourceId);
    return seen.length === 1
      ? Promise.reject(new TypeError('lost'))
      : Promise.resolve(accepted(body.sourceId));
  });
  await expect(send('a')).rejects.toThrow('lost');
  expect(resultOf('a')).toBeNull();
  await send('b');
  await send('a');
  expect(seen).toEqual(['id-1', 'id-2', 'id-1']);
});

test('after a retraction the same text is another posting', async () => {
  const { send, forget, resultOf } = sendingBy((body) => Promise.resolve(accepted(body.sourceId)));
  await send('a');
  forget('a');
  expect(resultOf('a')).toBeNull();
  expect(await send('a')).toEqual(accepted('id-2'));
});

test('the ids of so many texts are remembered, and no more', async () => {
  const { send } = sendingBy((body) => Promise.resolve(accepted(body.sourceId)));
  for (let n = 0; n < 50; n += 1) await send(`text ${n}`);
  expect(await send('text 0')).toEqual(accepted('id-1'));
  await send('one more');
  expect(await send('text 1')).toEqual(accepted('id-2'));
  expect(await send('text 0')).toEqual(accepted('id-52'));
});

const answered = (status: number) => new ProblemError(new Response(null, { status }), null);
test.each([
  ['no response', new UnreachableError('POST', new Error('x')), true],
  ['none in time', new DOMException('late', 'TimeoutError'), true],
  ['a response that broke off', new TypeError('terminated'), true],
  ['no token to send', new IssuerUnreachableError(new Error('x')), false],
  ['503', answered(503), true],
  ['504', answered(504), true],
  ['401', answered(401), false],
  ['429', answered(429), false],
])('whether it may have arrived after: %s', (_what, error, may) => {
  expect(mayHaveArrived(error)).toBe(may);
});
