import { readFileSync } from 'node:fs';

// USER_HZ, which Linux fixes for all programs: see proc(5).
const TICKS_A_SECOND = 100;

/** CPU seconds that a process has used so far, user and system together; 0 when there is no such process. */
export const cpuSeconds = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces: fields are counted from behind it (utime is the 12th there).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
};
