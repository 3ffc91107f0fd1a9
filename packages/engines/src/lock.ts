import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appError } from '@skillstream/errors';
import { markOf, isSameProcessRunning, type ProcessMark } from './process-identity.ts';

const LOCK = 'engines.lock';
const NEXT = `${LOCK}.next`;
/** The file names of a lock. */
export const lockFiles: readonly string[] = [LOCK, NEXT];

type Content = { owner: ProcessMark; engines: ProcessMark[] };

export type FolderLock = {
  /** Records which engine processes use the folder now. */
  note(pids: number[]): void;
  release(): void;
};

/**
 * Locks a data folder for this process. A lock whose owner is gone is taken over; engines that it left behind have
 * `graceMs` to exit, then they are killed.
 * @throws `conflict` while another live process holds the lock
 */
export async function lockFolder(dataFolder: string, graceMs = 10_000): Promise<FolderLock> {
  const file = join(dataFolder, LOCK);
  const content: Content = { owner: markOf(process.pid), engines: [] };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(content), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await clearStale(file, dataFolder, graceMs);
    }
  }
  return {
    note(pids) {
      content.engines = pids.map(markOf);
      const next = join(dataFolder, NEXT);
      writeFileSync(next, JSON.stringify(content));
      renameSync(next, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

async function clearStale(file: string, dataFolder: string, graceMs: number): Promise<void> {
  const { owner, engines } = read(file);
  if (owner && isSameProcessRunning(owner)) {
    throw appError(
      'conflict',
      `${dataFolder} is in use by process ${owner.pid}: stop that one first, or choose another data folder.`,
      { context: { pid: owner.pid } },
    );
  }
  const deadline = Date.now() + graceMs;
  while (engines.some(isSameProcessRunning)) {
    if (Date.now() > deadline)
      engines.filter(isSameProcessRunning).forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
    await delay(50);
  }
  rmSync(file, { force: true });
}

/** A lock that cannot be parsed was being written by a process that then died. */
function read(file: string): { owner?: ProcessMark; engines: ProcessMark[] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return { engines: [] };
  }
}
