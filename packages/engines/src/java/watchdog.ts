import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Watchdog = {
  watch(pid: number): void;
  forget(pid: number): void;
  /** Registers a temporary folder to remove if this process dies. */
  temporary(folder: string): void;
  /** Closes the watchdog's pipe; it terminates what it still watches. */
  close(): void;
};

/** Starts a small process that outlives this one just long enough to terminate the engines that it watches. */
export function startWatchdog(): Watchdog {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'watch-and-end.js')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  const pipe = child.stdin;
  pipe.on('error', () => {});
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  const say = (line: string) => void pipe.write(`${line}\n`);
  return {
    watch: (pid) => say(`+${pid}`),
    forget: (pid) => say(`-${pid}`),
    temporary: (folder) => say(`temp ${folder}`),
    close: () => void pipe.end(),
  };
}
