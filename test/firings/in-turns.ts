import { sleep } from '@skillstream/async';

/**
 * Stops a process and lets it go on, in turns, as a limit of its CPU does: it runs for a part of each period alone.
 * @returns what ends it; the process goes on then
 */
export const standInTurns = (pid: number, { stopMs, goMs }: { stopMs: number; goMs: number }) => {
  let over = false;
  const turns = async () => {
    while (!over) {
      process.kill(pid, 'SIGSTOP');
      await sleep(stopMs);
      process.kill(pid, 'SIGCONT');
      await sleep(goMs);
    }
  };
  const running = turns();
  return async (): Promise<void> => {
    over = true;
    await running;
  };
};
