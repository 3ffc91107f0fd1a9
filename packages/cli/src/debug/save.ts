import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CliError } from '../terminal/cli-error.ts';

/** No snapshot that a process gives is as large. */
const MOST_BYTES = 8e9;

/** Passes bytes on and tells how many there were. @throws CliError above a bound */
const counting = (onBytes: (sum: number) => void, most = Infinity): Transform => {
  let sum = 0;
  return new Transform({
    transform: (part: Buffer, _encoding, done) => {
      sum += part.length;
      onBytes(sum);
      done(sum > most ? new CliError('what arrives is larger than any profile') : null, part);
    },
  });
};

/**
 * Stores a stream as a file, which is there as a whole or not at all. No other user may read it: heaps hold secrets.
 * @param isGzip whether it is unpacked on the way
 * @param onBytes is told the bytes that have arrived
 * @throws CliError where it ends too early, or the file cannot be written
 */
export const save = async (
  file: string,
  from: Readable,
  isGzip: boolean,
  onBytes: (sum: number) => void,
): Promise<void> => {
  const part = `${file}.${process.pid}.part`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const to = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    const unpack = isGzip ? [createGunzip()] : [];
    await pipeline([from, counting(onBytes), ...unpack, counting(() => undefined, MOST_BYTES), to]);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof CliError) throw error;
    throw new CliError(`${file} was not written: ${(error as Error).message}`);
  }
};
