import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { breakingChanges } from '../src/compatibility/breaking-changes.ts';
import { asyncApiDocument } from '../src/documents/asyncapi.ts';
import { metricsDocument } from '../src/documents/metrics-table.ts';
import { openApiDocument } from '../src/documents/openapi.ts';
import { jsonSchemaOf } from '../src/json-schema.ts';
import { schemas, type RegisteredSchema } from '../src/schemas.ts';

// Writes generated/asyncapi.json, openapi.json and metrics.md; with --release also the schemas that later changes are
// compared with.

const RELEASE = new URL('../released/v1/', import.meta.url);
const GENERATED = new URL('../generated/', import.meta.url);

const write = (folder: URL, name: string, content: object) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), `${JSON.stringify(content, null, 2)}\n`);
};

const issuesOf = ([name, { schema, use }]: [string, RegisteredSchema]): string[] => {
  const file = new URL(`${name}.json`, RELEASE);
  if (!existsSync(file)) return [];
  return breakingChanges(JSON.parse(readFileSync(file, 'utf8')), jsonSchemaOf(schema), use).map(
    ({ path, message, breaks }) => `${name}: ${path}: ${message} (breaks ${breaks})`,
  );
};

const release = () => {
  const faults = Object.entries(schemas).flatMap(issuesOf);
  if (faults.length > 0) {
    process.stderr.write(
      `Not released, a breaking change needs a new major version:\n${faults.join('\n')}\n`,
    );
    process.exit(1);
  }
  for (const [name, { schema }] of Object.entries(schemas))
    write(RELEASE, `${name}.json`, jsonSchemaOf(schema));
};

write(GENERATED, 'asyncapi.json', asyncApiDocument());
write(GENERATED, 'openapi.json', openApiDocument());
writeFileSync(new URL('metrics.md', GENERATED), metricsDocument());
if (process.argv.includes('--release')) release();
