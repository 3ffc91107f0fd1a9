import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isSameProcessRunning, markOf, type ProcessMark } from './process-identity.ts';

const ofThisMachine = () => join(tmpdir(), `skillstream-ports-${userInfo().uid}`);

/**
 * Reserves ports among the processes of one user, as files in a folder: from when a port is chosen until the process
 * ends. Kafka binds its port seconds after it was found free, and a stopped engine's port is free meanwhile, too.
 * @param self this process, to which a port that it has reserved before is still its own
 */
export const createPortReservations = (folder = ofThisMachine(), self: ProcessMark = markOf(process.pid)) => {
  const held = new Set<number>();
  const isSelf = ({ pid, began }: ProcessMark) => pid === self.pid && began === self.began;
  const fileOf = (port: number) => join(folder, String(port));
  const makeFolder = () => {
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      // `write` finds out.
    }
  };
  const ownerOf = (port: number): ProcessMark | null => {
    try {
      return JSON.parse(readFileSync(fileOf(port), 'utf8')) as ProcessMark;
    } catch {
      // Its process died while it wrote it, or has just released it.
      return null;
    }
  };
  const write = (port: number): boolean => {
    try {
      writeFileSync(fileOf(port), JSON.stringify(self), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      // Where nothing can be written nobody reserves anything, as before there were reservations.
    }
    held.add(port);
    return true;
  };
  return {
    /** Whether this process has reserved the port. */
    has: (port: number): boolean => held.has(port),
    /** Reserves a port for this process. @returns false where a running process has it */
    take: (port: number): boolean => {
      if (held.has(port)) return true;
      makeFolder();
      if (write(port)) return true;
      const owner = ownerOf(port);
      if (owner && !isSelf(owner) && isSameProcessRunning(owner)) return false;
      rmSync(fileOf(port), { force: true });
      return write(port);
    },
    /** Releases all ports of this process. */
    release: (): void => {
      for (const port of held) rmSync(fileOf(port), { force: true });
      held.clear();
    },
  };
};
