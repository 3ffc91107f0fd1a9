import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { breaksOf, printedSchema } from '../src/graphql/printed-schema.ts';

// Writes generated/schema.graphql; with --release also the schema that later changes are compared with.

const RELEASED = new URL('../released/schema.graphql', import.meta.url);
const present = printedSchema();
writeFileSync(new URL('../generated/schema.graphql', import.meta.url), present);

if (process.argv.includes('--release')) {
  const breaks = existsSync(RELEASED) ? breaksOf(readFileSync(RELEASED, 'utf8'), present) : [];
  if (breaks.length > 0) {
    process.stderr.write(`Not released, clients would break:\n${breaks.join('\n')}\n`);
    process.exit(1);
  }
  writeFileSync(RELEASED, present);
}
