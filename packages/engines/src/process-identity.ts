import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Returns the start time of a process, as a text that distinguishes it from a later process with the same id; null
 * when there is no such process. Read from /proc if there is one, else from `ps`.
 */
export function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The fields after the command's closing bracket begin with number 3, the state; 22 is the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return process.platform === 'linux' ? null : fromPs(pid);
  }
}

function fromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

export type ProcessMark = { pid: number; began: string | null };

/** Returns an identity of a process that can be stored, and recognized later. */
export function markOf(pid: number): ProcessMark {
  return { pid, began: startTimeOf(pid) };
}

/** Whether the identified process, and not another one with the same id, is still running. */
export function isSameProcessRunning(mark: ProcessMark): boolean {
  return mark.began !== null && startTimeOf(mark.pid) === mark.began;
}
