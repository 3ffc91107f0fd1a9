import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CliError } from '../terminal/cli-error.ts';
import type { Target } from './target.ts';

/**
 * Forwards a local port to the gateway of a release.
 * @param port local port; 0 takes a free one
 * @returns its address, and a function that closes it; `closed` settles when it closes by itself
 * @throws CliError when it cannot be opened
 */
export const forwardGateway = async (
  { namespace, release }: Pick<Target, 'namespace' | 'release'>,
  port: number,
) => {
  const args = ['port-forward', '-n', namespace, `service/${release}-gateway`, `${port || ''}:80`];
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  const found = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const local = /127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (local) resolve(`http://127.0.0.1:${local}`);
    });
  });
  const address = await Promise.race([found, closed.then(() => null)]);
  if (address === null)
    throw new CliError(
      `no way to the gateway of ${release} in ${namespace}: ${complaint.trim() || 'kubectl ended'}`,
    );
  return { address, closed, close: () => void child.kill('SIGTERM') };
};
