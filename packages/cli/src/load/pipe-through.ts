import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/paths.ts';

const PATIENCE_MS = 60_000;

/**
 * Starts a script of this project that makes a line of JSON of each line of JSON.
 * @param script its path in the project; an image of the command alone has none
 * @returns a function of values that resolves to what came of them, in order; null where the script is not there, or
 *   failed
 */
export const startScript = (script: string): ((values: readonly object[]) => Promise<unknown[] | null>) => {
  const path = join(projectRoot, script);
  if (!existsSync(path)) return async () => null;
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE_MS });
  // A script that ends early is known by its exit code.
  child.stdin.on('error', () => {});
  const [out, exit] = [child.stdout.toArray(), once(child, 'exit')];
  return async (values) => {
    child.stdin.end(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    const [blocks, [code]] = await Promise.all([out, exit]);
    if (code !== 0) return null;
    const lines = Buffer.concat(blocks as Buffer[])
      .toString()
      .split('\n')
      .filter(Boolean);
    return lines.length === values.length ? lines.map((line) => JSON.parse(line) as unknown) : null;
  };
};
