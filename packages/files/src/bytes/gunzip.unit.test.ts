import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from './blocks.ts';
import { jsonRecords } from '../json/records.ts';
import { openPostings } from '../open-postings.ts';

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const unpack = async (packed: Buffer, size = 7) => {
  const parts: Buffer[] = [];
  let ignored: number[] | null = null;
  let error: string | null = null;
  try {
    const blocks = blocksOf(
      cut(packed, size),
      () => {},
      (...reported) => (ignored = reported),
    );
    for await (const block of blocks) parts.push(block);
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { text: Buffer.concat(parts).toString(), ignored, error };
};
const whole = (text: string) => ({ text, ignored: null, error: null });

/** A member with all that its header may have: 16 flags, extra, name, comment, its checksum (RFC 1952, 2.3). */
const withFullHeader = (text: string): Buffer => {
  const packed = gzipSync(text);
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = 2 | 4 | 8 | 16;
  const extra = Buffer.from([3, 0, 0x1f, 0x8b, 0]);
  return Buffer.concat([header, extra, Buffer.from('name\0comment\0'), Buffer.alloc(2), packed.subarray(10)]);
};

const a = gzipSync('{"a":1}\n');
const b = gzipSync('{"b":2}\n');
const both = '{"a":1}\n{"b":2}\n';

describe('a packed file', () => {
  test.each([
    ['members behind one another', [a, b], whole(both)],
    ['an empty member between them', [a, gzipSync(''), b], whole(both)],
    ['zeros at its end, which are padding', [a, b, Buffer.alloc(1000)], whole(both)],
    ['zeros between members', [a, Buffer.alloc(20), b], whole(both)],
    ['all that a header may have', [withFullHeader('{"a":1}\n'), b], whole(both)],
    [
      'bytes at its end that are no gzip',
      [a, b, Buffer.from('junk')],
      { text: both, ignored: [4, a.length + b.length], error: null },
    ],
    [
      'such bytes behind padding',
      [a, b, Buffer.alloc(3), Buffer.from([1, 0x1f, 0x8b, 8])],
      { text: both, ignored: [4, a.length + b.length + 3], error: null },
    ],
  ])('with %s is unpacked, whatever its blocks are', async (_what, parts, expected) => {
    for (const size of [1, 7, 1000]) expect(await unpack(Buffer.concat(parts), size)).toEqual(expected);
  });

  test('that breaks off anywhere is an error, which names the place, after all that can be unpacked', async () => {
    const text = Array.from({ length: 300 }, (_, i) => `{"a":${i ** 3}}\n`).join('');
    const packed = gzipSync(text);
    for (let end = 2; end < packed.length; end += 13) {
      const found = await unpack(packed.subarray(0, end), 64);
      expect(found.error).toBe(`unexpected end of file: it is packed, and breaks off at byte ${end}`);
      expect(text.startsWith(found.text)).toBe(true);
    }
    expect((await unpack(packed.subarray(0, packed.length - 1), 64)).text).toBe(text);
    const second = Buffer.concat([packed, a.subarray(0, 2)]);
    expect(await unpack(second)).toEqual({
      text,
      ignored: null,
      error: `unexpected end of file: it is packed, and breaks off at byte ${second.length}`,
    });
  });

  test.each([
    ['a byte of its text', a.length - 11],
    ['its checksum', a.length - 8],
    ['its length', a.length - 1],
  ])('is an error where %s is another', async (_what, at) => {
    const damaged = Buffer.from(a);
    damaged[at]! ^= 0x10;
    expect((await unpack(Buffer.concat([damaged, b]))).error).toContain('what is packed is damaged');
  });

  test('is an error where it is packed by no method that there is', async () => {
    const found = await unpack(Buffer.from([0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0]));
    expect(found.error).toBe('it begins as gzip does, but is packed by another method');
  });

  test.each([
    ['gzip', 'gzip', gzipSync(a)],
    ['zstd', 'gzip', gzipSync(zstdCompressSync('{"a":1}\n'))],
    ['gzip', 'zstd', zstdCompressSync(a)],
    ['gzip', 'gzip', gzipSync(gzipSync(a))],
  ])(
    'with %s within %s is refused, which is named, and nothing of it is read as text',
    async (inner, outer, packed) => {
      for (const size of [1, 7, 1000])
        expect(await unpack(packed, size)).toEqual({
          ...{ text: '', ignored: null },
          error: `it is packed twice, ${inner} within ${outer}: unpack it once`,
        });
    },
  );

  test('with one within it is read no further than its beginning', async () => {
    let read = 0;
    async function* file() {
      const packed = gzipSync(gzipSync(randomBytes(1_000_000)));
      for await (const block of cut(packed, 1000)) {
        read += block.length;
        yield block;
      }
    }
    const all = async () => {
      for await (const _ of blocksOf(file(), () => {}));
    };
    await expect(all()).rejects.toThrow('it is packed twice');
    expect(read).toBeLessThan(100_000);
  });

  test('with one within it is refused before it is called anything', async () => {
    const blocks = blocksOf(cut(gzipSync(a), 10), () => {});
    await expect(openPostings(blocks, { defaultSource: 'a' })).rejects.toThrow('it is packed twice');
  });

  test('of any texts is as zlib unpacks it, at any block size', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 50 }), async (members, size) => {
        const packed = Buffer.concat(members.map((text) => gzipSync(`.${text}`)));
        expect(await unpack(packed, size)).toEqual(whole(gunzipSync(packed).toString()));
      }),
      { numRuns: 50 },
    );
  });

  test('that breaks off before its first line ends is still read as the array that it is', async () => {
    const packed = gzipSync('[{"a":1},{"b":2},{"c":3}]');
    const found: string[] = [];
    const reading = async () => {
      for await (const record of jsonRecords(
        blocksOf(cut(packed.subarray(0, -1), 1000), () => {}),
        { kind: 'array' },
      ))
        if ('bytes' in record) found.push(record.bytes.toString());
    };
    await expect(reading()).rejects.toThrow('unexpected end of file');
    expect(found).toEqual(['{"a":1}', '{"b":2}', '{"c":3}']);
  });
});
