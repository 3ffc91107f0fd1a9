import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scopeNames } from '@skillstream/contracts';
import { demoKey } from '../packages/cli/src/auth/demo-key.ts';
import { signToken } from '../packages/cli/src/auth/sign-token.ts';
import { generatePython, generateTypeScript } from './api/generate-clients.ts';
import { startPlatform, type Platform } from './platform/platform.ts';

// Clients that others make of our document, against the whole platform with reading closed.
const folder = mkdtempSync(join(tmpdir(), 'skillstream-clients-'));
const report = (line: string) => void process.stderr.write(`${line}\n`);
let platform: Platform;
let token: string;
beforeAll(async () => {
  platform = await startPlatform({ AUTH_READS: 'closed' });
  token = await signToken(demoKey(), { scopes: scopeNames, subject: 'client', minutes: 60 });
});
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a client by openapi-python-client sends, reads, retracts the version that it saw, and listens', () => {
  const { use, warnings } = generatePython(join(folder, 'python'), report);
  // It knows no NDJSON, and says so of the one operation that takes and gives it beside JSON.
  expect(new Set(warnings)).toEqual(new Set(['WARNING parsing POST /v1/postings within postings.']));
  expect(JSON.parse(use(platform.url, token))).toEqual({
    ...{ kept: '1', results: 2, refused: 412, problem: 'precondition-failed', gone: true },
    ...{ population: 'int', feed: 'retry: 1000', change: 'int' },
  });
});

test('a client by @hey-api/openapi-ts sends, streams, reads, retracts the version that it saw, and listens', () => {
  const { use } = generateTypeScript(join(folder, 'typescript'), report);
  expect(JSON.parse(use(platform.url, token))).toEqual({
    ...{ kept: '1', results: 2, refused: 412, gone: true, population: 'number', change: 'object' },
  });
});
