import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../../packages/cli/src/platform/paths.ts';
import { generateSample } from '../../../packages/cli/src/sample/index.ts';
import { figure, secondsSince } from '../figures.ts';
import { fenceAt } from './page-fences.ts';
import { pageSteps } from './page-steps.ts';
import { shellOf } from './shell-of.ts';

// What the pages tell their reader to type, in order, in namespaces of the pages' names, by the helm of the PATH. Port
// 4100 of this machine has to be free.
const folder = mkdtempSync(join(tmpdir(), 'skillstream-pages-'));
const file = join(folder, 'postings.ndjson');
const sample = [...generateSample({ seed: 23, count: 200, firstMonth: '2024-01' })];
writeFileSync(file, sample.map(({ posting }) => JSON.stringify(posting)).join('\n'));
afterAll(() => rmSync(folder, { recursive: true }));

const TIMEOUT_MS = 15 * 60_000;
const run = promisify(execFile);
/** Runs a script of bash. @returns what it printed @throws Error with both outputs where it fails */
const bash = async (script: string | undefined): Promise<string> => {
  if (script === undefined) return '';
  const options = { cwd: projectRoot, timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 };
  const { stdout, stderr } = await run('bash', ['-c', script], options).catch((error: unknown) => {
    const { message, stdout: out } = error as Error & { stdout: string };
    throw new Error(`${message}\n${out}`);
  });
  return stdout + stderr;
};

test('the helm that follows the pages is said', async () => {
  figure(`pages: helm ${await bash('helm version --template "{{.Version}}"')}`);
});

describe.each(pageSteps(file))('$page', ({ page, begins, change, before, after }) => {
  test(
    `${begins}…`,
    async () => {
      await bash(before);
      const startedMs = performance.now();
      const said = await bash(shellOf(fenceAt(page, begins).lines, change));
      await bash(after);
      figure(`${page}: ${begins}: ${secondsSince(startedMs)} s`);
      expect(said).not.toMatch(/\bError\b|UPGRADE FAILED/);
    },
    2 * TIMEOUT_MS,
  );
});
