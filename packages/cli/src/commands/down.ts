import { sleep } from '@skillstream/async';
import { isAlive, readRunFile } from '../platform/run-file.ts';
import { note, print, readArgs, type Command } from '../terminal/command.ts';

const usage = `skillstream down

Stops the "up" that runs here: services first, then the engines that it started. The data stays.`;

const PATIENCE_MS = 60_000;

const run = async (args: string[]): Promise<number> => {
  readArgs(args, {});
  const pid = readRunFile()?.pids['up'];
  if (pid === undefined) {
    print('skillstream is not running');
    return 0;
  }
  process.kill(pid, 'SIGTERM');
  for (const deadlineMs = performance.now() + PATIENCE_MS; isAlive(pid); await sleep(100)) {
    if (performance.now() < deadlineMs) continue;
    note(`it still runs after ${PATIENCE_MS / 1000} s: process ${pid}`);
    return 1;
  }
  print('stopped');
  return 0;
};

export const down: Command = { usage, run };
