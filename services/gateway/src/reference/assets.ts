import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of the reference page. */
export type Asset = { type: string; content: Buffer };

const vendor = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const own = join(import.meta.dirname, 'page');

// Of swagger-ui-dist only the files that the page uses: the rest is other builds of the same, and source maps.
const files = [
  { folder: own, name: 'start.js', type: 'text/javascript' },
  { folder: own, name: 'page.css', type: 'text/css' },
  { folder: vendor, name: 'swagger-ui-bundle.js', type: 'text/javascript' },
  { folder: vendor, name: 'swagger-ui.css', type: 'text/css' },
  { folder: vendor, name: 'favicon-32x32.png', type: 'image/png' },
];

const read = (folder: string, name: string) => readFileSync(join(folder, name));

/** The page and, by name, every file that it loads; read once, 2 MB. */
export const readReference = (): { page: Buffer; assets: ReadonlyMap<string, Asset> } => ({
  page: read(own, 'page.html'),
  assets: new Map(files.map(({ folder, name, type }) => [name, { type, content: read(folder, name) }])),
});
