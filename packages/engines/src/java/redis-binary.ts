import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appError } from '@skillstream/errors';
import { javaTool, run } from './tools.ts';

/** Oldest Redis that has all commands the project uses. */
const oldest = [6, 2] as const;

/**
 * Returns the names of the redis-server binaries for a platform in embedded-redis 1.4.3, best first. The 32-bit one is
 * the fallback where the 64-bit one does not find OpenSSL 3.
 */
export function bundledRedis(platform: NodeJS.Platform, arch: string): string[] {
  const names: Record<string, string[]> = {
    'linux-x64': ['redis-server-6.2.6-v5-linux-amd64', 'redis-server-6.2.7-linux-386'],
    'linux-arm64': ['redis-server-6.2.7-linux-arm64'],
    'linux-ia32': ['redis-server-6.2.7-linux-386'],
    'darwin-x64': ['redis-server-6.2.6-v5-darwin-amd64'],
    'darwin-arm64': ['redis-server-6.2.6-v5-darwin-arm64'],
  };
  return names[`${platform}-${arch}`] ?? [];
}

/** Whether the output of `redis-server --version` (Redis or Valkey) is of 6.2 or newer. */
export function isSupportedVersion(printed: string): boolean {
  const [, major, minor] = /v=(\d+)\.(\d+)/.exec(printed) ?? [];
  if (major === undefined) return false;
  return Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1]);
}

/**
 * Extracts the bundled redis-server for this machine into `folder` as `redis-server`.
 * @returns false when the jar has none that runs here
 */
export async function extractRedis(jar: string, folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  for (const name of bundledRedis(process.platform, process.arch)) {
    await run(javaTool('jar', env), ['xf', jar, name], folder);
    const file = join(folder, 'redis-server');
    await copyFile(join(folder, name), file);
    await chmod(file, 0o755);
    if (await runs(file)) return true;
  }
  return false;
}

/**
 * Returns the redis-server to run: the one on PATH if it is recent enough, else the extracted one.
 * @throws `misconfigured` when there is neither
 */
export async function findRedis(cacheFolder: string): Promise<string> {
  for (const command of ['redis-server', join(cacheFolder, 'redis-server')]) {
    if (await runs(command)) return command;
  }
  throw appError(
    'misconfigured',
    `No redis-server 6.2 or newer runs on ${process.platform} ${process.arch}: install one, or set REDIS_URL with the other two.`,
  );
}

const runs = (command: string) => run(command, ['--version']).then(isSupportedVersion, () => false);
