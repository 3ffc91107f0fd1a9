import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The same questions at every run: what fails once fails again.
const SEED = 20_260_101;
const always = [
  // The one DELETE of the document is a retraction, and that frees nothing: it is the next version, which GET gives
  // and whose `retracted` says what it is. hooks.py looks at that in place of a 404.
  ...['--checks', 'all', '--exclude-checks', 'use_after_free'],
  ...['--continue-on-failure', '--seed', String(SEED)],
  ...['--generation-database', 'none', '--no-color', '--request-timeout', '30'],
];

/**
 * Runs schemathesis against a gateway, by the document that it serves.
 * @param token that everything is asked with; the check of log-ins leaves it out, or sends a wrong one
 * @param more phases and which operations; all of both where nothing is said
 * @returns whether nothing was found, and all that it printed
 */
export const runSchemathesis = async (command: string, url: string, token: string, more: string[]) => {
  const config = join(import.meta.dirname, 'schemathesis.toml');
  // What it found it keeps where it runs, and begins with that the next time.
  const cwd = mkdtempSync(join(tmpdir(), 'skillstream-api-'));
  try {
    const args = [
      '--config-file',
      config,
      'run',
      `${url}/openapi.json`,
      ...always,
      '--header',
      `Authorization: Bearer ${token}`,
      ...more,
    ];
    const hooks = join(import.meta.dirname, 'hooks.py');
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', SCHEMATHESIS_HOOKS: hooks };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err, [code]] = await Promise.all([
      child.stdout.toArray(),
      child.stderr.toArray(),
      once(child, 'close'),
    ]);
    return { passed: code === 0, output: Buffer.concat([...out, ...err]).toString() };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
};
