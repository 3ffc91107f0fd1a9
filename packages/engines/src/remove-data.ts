import { rm } from 'node:fs/promises';
import { fault, messageOf } from '@skillstream/runtime';
import { keptIn, volumesOf } from './kept.ts';

const isGone = (error: unknown) => (error as { statusCode?: number }).statusCode === 404;

async function removeVolumes(names: string[]): Promise<void> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { dockerode } = (await getContainerRuntimeClient()).container;
  for (const name of names) {
    const volume = dockerode.getVolume(name);
    await volume.remove().catch((error: unknown) => isGone(error) || Promise.reject(error));
  }
}

/**
 * Removes a data folder, and Docker's volumes of it where there are any. The volumes go first: without the folder
 * nobody would know of them.
 * @throws `unavailable` when there are volumes and Docker does not remove them; then nothing else is removed either
 */
export async function removeData(dataFolder: string): Promise<void> {
  if (keptIn(dataFolder).includes('docker')) {
    await removeVolumes(Object.values(volumesOf(dataFolder))).catch((error: unknown) => {
      const message = `Docker's volumes of ${dataFolder} could not be removed: ${messageOf(error)}`;
      throw fault('unavailable', message, { cause: error });
    });
  }
  await rm(dataFolder, { recursive: true, force: true });
}
