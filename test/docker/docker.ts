import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
export const serviceNames = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;

/**
 * Docker, run in the project's folder.
 * @param env variables for it; those of a test's own process.env, which jest has copied, would not reach it
 * @returns runs it and gives what it printed; throws Error with what it complained of
 */
export const dockerWith =
  (env: Record<string, string>) =>
  async (...args: string[]): Promise<string> => {
    const options = { cwd: root, maxBuffer: 1 << 26, env: { ...process.env, ...env } };
    return (await run('docker', args, options)).stdout.trim();
  };
export const docker = dockerWith({});

/** All that a container has written, to standard output and then to standard error. */
export const dockerLogs = async (container: string): Promise<string> => {
  const { stdout, stderr } = await run('docker', ['logs', container], { maxBuffer: 1 << 26 });
  return stdout + stderr;
};

export const imageOf = (service: string) => `skillstream/${service}:dev`;

/** Builds the images of the services and that of the command from the project as it stands. */
export const buildImages = () =>
  docker('buildx', 'bake', '-f', 'docker/docker-bake.hcl', '--load', 'default', 'cli');
