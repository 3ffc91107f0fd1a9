import { createGunzip } from 'node:zlib';
import { fault } from '@skillstream/runtime';
import type { Request } from 'express';

/**
 * The blocks of a request's body, unpacked where it came as gzip. Ending early leaves the connection open, so
 * that the answer still reaches the caller.
 * @throws SkillstreamError `unsupported-media-type` for any other encoding
 */
export const bodyOf = (req: Request): AsyncIterable<Buffer> => {
  const encoding = req.header('content-encoding') ?? 'identity';
  if (encoding === 'identity') return req.iterator({ destroyOnReturn: false });
  if (encoding !== 'gzip')
    throw fault('unsupported-media-type', `Content-Encoding ${encoding} is not taken, gzip is`);
  const unpacked = createGunzip();
  req.on('error', (error) => unpacked.destroy(error));
  return req.pipe(unpacked).iterator({ destroyOnReturn: false });
};

/**
 * A whole body in memory.
 * @throws SkillstreamError `too-large`, `invalid-input` (broken gzip)
 */
export const readAll = async (blocks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> => {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    for await (const block of blocks) {
      size += block.length;
      if (size > maxBytes) break;
      kept.push(block);
    }
  } catch (error) {
    throw fault('invalid-input', `The body cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (size > maxBytes)
    throw fault('too-large', `The body is over ${maxBytes} bytes; send NDJSON, which has no limit`);
  return Buffer.concat(kept);
};
