// Terminates what a parent left behind. It reads lines from the parent through a pipe: `+PID` to watch, `-PID` to
// forget, `temp PATH` to remove at the end. When the pipe closes, the parent is gone, however it died.
// Plain JavaScript, in its own process group, so that Ctrl-C in a terminal does not reach it.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers';

const graceMs = 8_000;
const pids = new Set();
let temp = null;

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line.startsWith('+')) pids.add(Number(line.slice(1)));
    else if (line.startsWith('-')) pids.delete(Number(line.slice(1)));
    else if (line.startsWith('temp ')) temp = line.slice(5);
  })
  .on('close', () => {
    for (const pid of pids) signal(pid, 'SIGTERM');
    const deadline = Date.now() + graceMs;
    const check = () => {
      for (const pid of pids) if (!signal(pid, 0)) pids.delete(pid);
      if (pids.size === 0) {
        if (temp) rmSync(temp, { recursive: true, force: true });
        process.exit(0);
      }
      if (Date.now() > deadline) for (const pid of pids) signal(pid, 'SIGKILL');
      setTimeout(check, 50);
    };
    check();
  });
