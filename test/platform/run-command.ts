import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../packages/cli/src/index.ts');

/** Runs `skillstream` with these words, as a process of its own; `input` is what it reads. */
export const runCommand = async (args: string[], env: Record<string, string> = {}, input = '') => {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  // One that ends without reading is no fault of the test.
  child.stdin.on('error', () => undefined).end(input);
  const [out, err, [code]] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    once(child, 'exit'),
  ]);
  return { code: code as number, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};
