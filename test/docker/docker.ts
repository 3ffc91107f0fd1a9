import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const root = join(import.meta.dirname, '../..');
export const serviceNames = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;

/**
 * Runs docker in the project's folder.
 * @returns what it printed
 * @throws Error with what it complained of
 */
export const docker = async (...args: string[]): Promise<string> =>
  (await run('docker', args, { cwd: root, maxBuffer: 1 << 26 })).stdout.trim();

export const imageOf = (service: string) => `skillstream/${service}:dev`;

/** Builds the four images from the project as it stands. */
export const buildImages = () => docker('buildx', 'bake', '-f', 'docker/docker-bake.hcl', '--load');
