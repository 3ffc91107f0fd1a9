import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** The CPU time of a process so far, of user and system; 0 where Linux does not tell. */
export const cpuSeconds = (pid: number | undefined): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
};
