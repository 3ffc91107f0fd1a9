import { lstat, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appError, messageOf } from '@skillstream/errors';
import { engineDataIn, marks, volumesOf } from './engine-data.ts';
import { lockFiles, lockFolder } from './lock.ts';
import { engineNames } from './types.ts';

const codeOf = (error: unknown) => (error as { code?: string }).code;
const isGone = (error: unknown) => (error as { statusCode?: number }).statusCode === 404;

async function removeVolumes(names: string[]): Promise<void> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { dockerode } = (await getContainerRuntimeClient()).container;
  for (const name of names) {
    const volume = dockerode.getVolume(name);
    await volume.remove().catch((error: unknown) => isGone(error) || Promise.reject(error));
  }
}

const removeIfEmpty = (folder: string) =>
  rmdir(folder).catch((error: unknown) => {
    if (!/^(ENOTEMPTY|EEXIST|ENOENT|ENOTDIR|EBUSY)$/.test(codeOf(error) ?? '')) throw error;
  });

// All files of engines, the markers last: a removal that was interrupted can be repeated.
async function removeOurs(folder: string): Promise<void> {
  const logs = engineNames.map((name) => join('logs', `${name}.log`));
  const ours = [...engineNames, ...logs, 'kafka.properties', 'kafka-log.properties', ...Object.values(marks)];
  for (const name of ours) {
    await rm(join(folder, name), { recursive: true, force: true }).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOTDIR') throw error;
    });
    if (name === logs.at(-1)) await removeIfEmpty(join(folder, 'logs'));
  }
}

/**
 * Removes the engines' data in a folder, and its Docker volumes if there are any; the folder, too, if nothing else is
 * in it. The volumes are removed first: without the folder they could not be found.
 * @returns the names of what is left in the folder, which no engine created
 * @throws `conflict` while another process uses the folder; `unavailable` when there are volumes and Docker does not
 *   remove them; then nothing else is removed either
 */
export async function removeData(dataFolder: string): Promise<string[]> {
  const folder = await realpath(dataFolder);
  const lock = await lockFolder(folder);
  try {
    if (engineDataIn(folder).includes('docker')) {
      await removeVolumes(Object.values(volumesOf(dataFolder))).catch((error: unknown) => {
        const message = `Docker's volumes of ${dataFolder} could not be removed: ${messageOf(error)}`;
        throw appError('unavailable', message, { cause: error });
      });
    }
    await removeOurs(folder);
  } finally {
    lock.release();
  }
  // A link and its target stay: the next start follows the link.
  if (!(await lstat(dataFolder)).isSymbolicLink()) await removeIfEmpty(folder);
  const left = await readdir(folder).catch(() => []);
  return left.filter((name) => !lockFiles.includes(name));
}
