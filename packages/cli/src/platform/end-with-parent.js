// Loaded into a service before its own code: a service must not outlive an `up` that was killed.
import { setInterval } from 'node:timers';

const parent = process.ppid;
const look = () => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
};
setInterval(look, 500).unref();
