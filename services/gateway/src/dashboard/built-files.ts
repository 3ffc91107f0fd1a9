import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The content codings that a built file is held in; `identity` is the file as it is. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/** One file of the dashboard, compressed once, when the gateway starts. */
export type BuiltFile = { type: string; etag: string; contents: Readonly<Record<Coding, Buffer>> };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Holds one file in every coding.
 * @throws Error for a kind of file that has no media type here
 */
const builtFile = (name: string, content: Buffer): BuiltFile => {
  const type = types[extname(name)];
  if (!type) throw new Error(`${name} is of a kind that the dashboard does not have`);
  // Above 9, Brotli gains one percent and takes seconds, which would delay every start.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    type,
    etag: createHash('sha256').update(content).digest('base64url'),
    contents: {
      br: brotliCompressSync(content, { params }),
      gzip: gzipSync(content, { level: 9 }),
      identity: content,
    },
  };
};

/** The built page, and its files by name; `npm run build -w @skillstream/dashboard` writes them. */
export const readDashboard = (
  folder = join(import.meta.dirname, '../../web'),
): { page: BuiltFile; assets: ReadonlyMap<string, BuiltFile> } => {
  const read = (path: string) => builtFile(path, readFileSync(join(folder, path)));
  const names = readdirSync(join(folder, 'assets'));
  return {
    page: read('index.html'),
    assets: new Map(names.map((name) => [name, read(join('assets', name))])),
  };
};
