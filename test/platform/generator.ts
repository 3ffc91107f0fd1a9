import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Platform } from './platform.ts';

const cli = join(import.meta.dirname, '../../packages/cli/src/index.ts');

/** What `skillstream generate` printed when it was stopped, and whether it held its rate. */
export type Generated = { held: boolean; summary: string };

/** Starts `skillstream generate` at a rate. @returns what stops it */
export const startGenerator = async (
  platform: Platform,
  perSecond: number,
): Promise<() => Promise<Generated>> => {
  const words = ['generate', '--rate', String(perSecond), '--minutes', '60', '--gateway', platform.url];
  const child = spawn(process.execPath, [cli, ...words, '--token', (await platform.tokens())!], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const output = child.stdout.toArray();
  return async () => {
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    return {
      held: code === 0,
      summary: Buffer.concat(await output)
        .toString()
        .trim(),
    };
  };
};
