import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { bodyOf, readAll } from './read-body.ts';

const never = new AbortController().signal;

/** A request, as far as its body goes. */
const requestOf = (body: Buffer | Readable, encoding?: string) => {
  const reported = new Map<string, string>();
  const stream = body instanceof Readable ? body : Readable.from([body]);
  const req = Object.assign(stream, {
    header: (name: string) => (name === 'content-encoding' ? encoding : undefined),
    res: { set: (name: string, value: string) => reported.set(name, value) },
  }) as unknown as Request;
  return { req, reported };
};

const textOf = async (encoding: string | undefined, body: Buffer) =>
  (await readAll(bodyOf(requestOf(body, encoding).req, never), { maxBytes: 1000 })).toString();

describe('a body is read', () => {
  test.each([undefined, '', 'identity', 'Identity'])('as it is by Content-Encoding %s', async (encoding) => {
    expect(await textOf(encoding, Buffer.from('{}'))).toBe('{}');
  });

  test.each(['gzip', 'GZIP', 'x-gzip', 'X-Gzip', ' gzip ', 'identity, gzip'])(
    'unpacked by Content-Encoding %s',
    async (encoding) => {
      expect(await textOf(encoding, gzipSync('{}'))).toBe('{}');
    },
  );
});

test.each(['br', 'deflate', 'zstd', 'gzip, gzip', 'gzip, br', 'gzip;q=1'])(
  'Content-Encoding %s is refused, and the caller learns what is taken',
  (encoding) => {
    const { req, reported } = requestOf(Buffer.from(''), encoding);
    expect(() => bodyOf(req, never)).toThrow(expect.objectContaining({ code: 'unsupported-media-type' }));
    expect(reported).toEqual(new Map([['Accept-Encoding', 'gzip, identity']]));
  },
);

// Some 100 KB that unpack to 100 MB.
const bomb = gzipSync(Buffer.alloc(100_000_000, '\n'));

test('what unpacks to far more than postings do is read no further', async () => {
  let bytes = 0;
  const read = async () => {
    for await (const block of bodyOf(requestOf(bomb, 'gzip').req, never)) bytes += block.length;
  };
  await expect(read()).rejects.toMatchObject({ code: 'too-large' });
  expect(bytes).toBeLessThan(17_000_000);
});

test('unpacking ends with its caller, however much has come in', async () => {
  const caller = new AbortController();
  const { req } = requestOf(bomb, 'gzip');
  let bytes = 0;
  const read = async () => {
    for await (const block of bodyOf(req, caller.signal)) {
      bytes += block.length;
      caller.abort();
    }
  };
  await read().catch(() => undefined);
  expect(bytes).toBeLessThan(1_000_000);
  expect(req.listenerCount('data')).toBe(0);
});
