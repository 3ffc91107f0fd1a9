import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { engineNames, type EngineName } from './types.ts';

/** The providers whose data we manage. */
export type Keeper = 'java' | 'docker';
/** The providers that have data in a folder, the last started first. */
export type EngineData = readonly Keeper[];

/** The file that marks a provider's data. Each writes its own at every start: ports, or the names of volumes. */
export const marks: Record<Keeper, string> = { java: 'ports.json', docker: 'docker-volumes.json' };

const writtenMs = (file: string): number => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return -1;
  }
};

/** Returns the providers that have data in a folder; none without a folder. */
export function engineDataIn(dataFolder: string | undefined): EngineData {
  if (dataFolder === undefined) return [];
  return (['java', 'docker'] as const)
    .map((keeper) => ({ keeper, atMs: writtenMs(join(dataFolder, marks[keeper])) }))
    .filter(({ atMs }) => atMs >= 0)
    .sort((a, b) => b.atMs - a.atMs)
    .map(({ keeper }) => keeper);
}

/** Returns the names of the Docker volumes of a data folder: always the same for the same folder. */
export function volumesOf(dataFolder: string): Record<EngineName, string> {
  const id = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  const named = engineNames.map((name) => [name, `skillstream-${id}-${name}`] as const);
  return Object.fromEntries(named) as Record<EngineName, string>;
}

/** Records that a folder's data are in Docker volumes. */
export async function noteVolumes(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, marks.docker), `${JSON.stringify(volumesOf(dataFolder))}\n`);
}
