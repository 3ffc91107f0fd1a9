import { createGunzip } from 'node:zlib';
import { appError, SkillstreamError } from '@skillstream/errors';
import type { Request } from 'express';

/** Decompressed bytes of postings that any compression ratio is accepted for: the largest body that is buffered. */
const FREE_BYTES = 16_000_000;
/** Postings compress to a fifth or a tenth; data that compresses to a thousandth has no content. */
const MOST_RATIO = 100;
const ACCEPTED = 'gzip, identity';

/**
 * @throws SkillstreamError `unsupported-media-type`, with the supported encodings in Accept-Encoding (RFC 9110,
 *   15.5.16)
 */
const isPacked = (req: Request): boolean => {
  const said = req.header('content-encoding') ?? '';
  // Names have no case (RFC 9110, 8.4.1), and x-gzip is the same as gzip (8.4.1.3).
  const codings = said
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const real = codings.filter((name) => name !== '' && name !== 'identity');
  if (real.length === 0) return false;
  if (real.length === 1 && /^(x-)?gzip$/.test(real[0]!)) return true;
  req.res?.set('Accept-Encoding', ACCEPTED);
  throw appError('unsupported-media-type', `Content-Encoding is gzip, once, or identity`);
};

async function* unpack(req: Request, signal: AbortSignal, freeBytes: number): AsyncGenerator<Buffer> {
  const unpacked = createGunzip();
  const stop = () => {
    req.unpipe(unpacked);
    unpacked.destroy();
  };
  req.on('error', (error) => unpacked.destroy(error));
  signal.addEventListener('abort', stop);
  let size = 0;
  try {
    for await (const block of req.pipe(unpacked) as AsyncIterable<Buffer>) {
      size += block.length;
      if (size > freeBytes && size > MOST_RATIO * unpacked.bytesWritten)
        throw appError('too-large', `it unpacks to more than ${MOST_RATIO} times its size`);
      yield block;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/**
 * The blocks of a request's body, decompressed if it is gzip. Ending early leaves the connection open, so that the
 * response still reaches the caller.
 * @param signal ends decompression, which would otherwise continue for all received data, even without a reader
 * @param freeBytes decompressed bytes for which any compression ratio is accepted
 * @throws SkillstreamError `unsupported-media-type` for any other encoding; while read, `too-large`
 */
export const bodyOf = (req: Request, signal: AbortSignal, freeBytes = FREE_BYTES): AsyncIterable<Buffer> =>
  isPacked(req) ? unpack(req, signal, freeBytes) : req.iterator({ destroyOnReturn: false });

export type WholeBody = {
  /** The limit, after decompression. */
  maxBytes: number;
  /** Called with the size of each block, before it is buffered; an error that it throws ends reading. */
  onBlock?: (bytes: number) => void;
  /** What callers are advised to do with a larger body. */
  instead?: string;
};

/**
 * Reads a whole body into memory.
 * @throws SkillstreamError `too-large`, `invalid-input` (broken gzip)
 */
export const readAll = async (
  blocks: AsyncIterable<Buffer>,
  { maxBytes, onBlock, instead }: WholeBody,
): Promise<Buffer> => {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    for await (const block of blocks) {
      size += block.length;
      if (size > maxBytes) break;
      onBlock?.(block.length);
      kept.push(block);
    }
  } catch (error) {
    if (error instanceof SkillstreamError) throw error;
    throw appError('invalid-input', `The body cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (size > maxBytes)
    throw appError('too-large', [`The body is over ${maxBytes} bytes`, instead].filter(Boolean).join('; '));
  return Buffer.concat(kept);
};
