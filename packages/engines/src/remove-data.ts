import { lstat, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '@skillstream/errors';
import { engineDataIn, marks, volumesOf } from './engine-data.ts';
import { lockFiles, lockFolder } from './lock.ts';
import { engineNames } from './types.ts';

const codeOf = (error: unknown) => (error as { code?: string }).code;
const isGone = (error: unknown) => (error as { statusCode?: number }).statusCode === 404;

/** What is left of a folder's data: files that no engine created, and volumes that Docker did not remove, and why. */
export type DataLeft = { files: string[]; volumes: { names: string[]; reason: string } | null };

type RemoveVolume = (name: string) => Promise<unknown>;

// Docker may be gone since: the error of that is the reason why its volumes stay.
const inDocker = async (): Promise<RemoveVolume> => {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { dockerode } = (await getContainerRuntimeClient()).container;
  return (name) => dockerode.getVolume(name).remove();
};

async function removeVolumes(names: string[], connect: typeof inDocker): Promise<DataLeft['volumes']> {
  const docker = await connect().catch((error: unknown) => ({
    reason: `no Docker engine answers (${messageOf(error)})`,
  }));
  if (typeof docker !== 'function') return { names, reason: docker.reason };
  const left: string[] = [];
  let reason = '';
  for (const name of names) {
    const error: unknown = await docker(name).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null || isGone(error)) continue;
    left.push(name);
    reason ||= messageOf(error);
  }
  return left.length > 0 ? { names: left, reason } : null;
}

const removeIfEmpty = (folder: string) =>
  rmdir(folder).catch((error: unknown) => {
    if (!/^(ENOTEMPTY|EEXIST|ENOENT|ENOTDIR|EBUSY)$/.test(codeOf(error) ?? '')) throw error;
  });

// All files of engines, the markers last: a removal that was interrupted can be repeated.
async function removeOurs(folder: string, markers: string[]): Promise<void> {
  const logs = engineNames.map((name) => join('logs', `${name}.log`));
  const ours = [...engineNames, ...logs, 'kafka.properties', 'kafka-log.properties', ...markers];
  for (const name of ours) {
    await rm(join(folder, name), { recursive: true, force: true }).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOTDIR') throw error;
    });
    if (name === logs.at(-1)) await removeIfEmpty(join(folder, 'logs'));
  }
}

/**
 * Removes the engines' data in a folder, and its Docker volumes if there are any; the folder, too, if nothing else is
 * in it. Where Docker does not remove its volumes, all else is removed but the file that marks them, by which the next
 * removal finds them.
 * @param connect connects to Docker
 * @throws `conflict` while another process uses the folder
 */
export async function removeData(dataFolder: string, connect = inDocker): Promise<DataLeft> {
  const folder = await realpath(dataFolder);
  const lock = await lockFolder(folder);
  let volumes: DataLeft['volumes'] = null;
  try {
    if (engineDataIn(folder).includes('docker'))
      volumes = await removeVolumes(Object.values(volumesOf(dataFolder)), connect);
    await removeOurs(folder, volumes === null ? Object.values(marks) : [marks.java]);
  } finally {
    lock.release();
  }
  // A link and its target stay: the next start follows the link.
  if (!(await lstat(dataFolder)).isSymbolicLink()) await removeIfEmpty(folder);
  const left = await readdir(folder).catch(() => []);
  const expected = volumes === null ? lockFiles : [...lockFiles, marks.docker];
  return { files: left.filter((name) => !expected.includes(name)), volumes };
}
