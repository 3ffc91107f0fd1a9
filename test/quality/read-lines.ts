import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { decodeLine, splitLines } from '@skillstream/tagger/evaluation';

/** The JSON values of a gzipped NDJSON file, one after the other. */
export async function* readLines<T>(path: string): AsyncGenerator<T> {
  for await (const line of splitLines(createReadStream(path).pipe(createGunzip()))) {
    const text = decodeLine(line);
    if (text !== '') yield JSON.parse(text) as T;
  }
}
