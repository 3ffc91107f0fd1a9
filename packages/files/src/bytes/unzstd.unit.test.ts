import { zstdCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { cut } from '../testing.ts';
import { blocksOf } from './blocks.ts';
import { isZstd } from './unzstd.ts';

const unpack = async (packed: Buffer, size = 7) => {
  const parts: Buffer[] = [];
  let error: string | null = null;
  try {
    for await (const block of blocksOf(cut(packed, size), () => {})) parts.push(block);
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { text: Buffer.concat(parts).toString(), error };
};

const a = zstdCompressSync('{"a":1}\n');
const b = zstdCompressSync('{"b":2}\n', { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
const skipped = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
const both = '{"a":1}\n{"b":2}\n';

describe('a file that is packed by zstd', () => {
  test.each([
    ['frames behind one another', [a, b]],
    ['an empty frame between them', [a, zstdCompressSync(''), b]],
    ['frames that a decoder skips', [skipped, a, skipped, b, skipped]],
  ])('with %s is unpacked, whatever its blocks are', async (_what, parts) => {
    for (const size of [1, 7, a.length, 1000])
      expect(await unpack(Buffer.concat(parts), size)).toEqual({ text: both, error: null });
  });

  test('that breaks off is an error with the place, after all that can be unpacked', async () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `{"a":${index ** 3}}\n`).join('');
    const packed = zstdCompressSync(text);
    const end = packed.length - 3;
    const found = await unpack(packed.subarray(0, end), 1000);
    expect(found.error).toBe(`unexpected end of file: it is packed, and breaks off at byte ${end}`);
    expect(text.startsWith(found.text)).toBe(true);
    expect(found.text.length).toBeGreaterThan(200_000);
  });

  test('is an error where it is damaged, or something else stands behind it', async () => {
    const damaged = Buffer.from(b);
    damaged[damaged.length - 1]! ^= 1;
    expect((await unpack(damaged)).error).toContain('what is packed is damaged before byte');
    const behind = await unpack(Buffer.concat([a, Buffer.from('junk and more')]));
    expect(behind).toEqual({
      text: '{"a":1}\n',
      error: expect.stringContaining('what is packed is damaged'),
    });
  });

  test('that becomes thousands of times as long comes a piece at a time', async () => {
    const packed = zstdCompressSync(Buffer.alloc(200_000_000));
    let [largest, total] = [0, 0];
    for await (const block of blocksOf(cut(packed, packed.length), () => {})) {
      largest = Math.max(largest, block.length);
      total += block.length;
    }
    expect([packed.length < 50_000, largest <= 128 * 1024, total]).toEqual([true, true, 200_000_000]);
  });

  test('that asks for more memory than 128 MB is refused', async () => {
    // RFC 8878, 3.1.1: a frame of a window and without a length, and one last block, five times the same byte.
    const frame = (windowLog: number) =>
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3, 1 | (1 << 1) | (5 << 3), 0, 0, 0x61]);
    expect(await unpack(frame(27))).toEqual({ text: 'aaaaa', error: null });
    expect(await unpack(frame(28))).toEqual({
      text: '',
      error: expect.stringContaining('Frame requires too much'),
    });
  });

  test('is known by its first bytes', () => {
    expect([isZstd(a), isZstd(skipped), isZstd(Buffer.from('{}{}')), isZstd(Buffer.alloc(0))]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
