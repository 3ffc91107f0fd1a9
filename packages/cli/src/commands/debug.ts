import { composeReach } from '../debug/compose.ts';
import { addressReach, localReach } from '../debug/local.ts';
import { debugRequest, type DebugRequest } from '../debug/options.ts';
import type { Reach } from '../debug/reach.ts';
import { takeCpu, takeHeap } from '../debug/take.ts';
import { usageError } from '../terminal/cli-error.ts';
import type { Command } from '../terminal/command.ts';

const usage = `skillstream debug SERVICE --cpu 10s|--heap [--compose|--address URL] [--replica NAME] [-o FILE] [--token TOKEN]

What a running process is busy with, or what its memory holds; SERVICE is gateway, ingestion, tagging or analytics. On a
cluster: skillstream cluster debug SERVICE …. Takes ops:write; one at a time in a process.

  --cpu N      watches it for N seconds (1 to 60), while it goes on; prints the functions with the most time of their own,
               and stores a .cpuprofile, which Chrome DevTools and VS Code open
  --heap       prints its memory, says what a snapshot costs (it stands still meanwhile) and takes one; prints what
               retains the most, and stores a .heapsnapshot, which Chrome DevTools opens. It holds secrets
  --compose    what docker/compose.yaml runs, in place of what npm start runs
  --address U  a process on this machine by its address, http://HOST:PORT, like one that a port is forwarded to
  --replica N  which container of compose, from 1; on a cluster the pod's name
  -o FILE      (default: a file in .skillstream/profiles, readable by you alone)
  --token T    (default: SKILLSTREAM_TOKEN; for what runs here it signs one itself)`;

/** Takes what was asked for by a way to the process, and closes the way. */
export const debugBy = async (reach: Reach, { cpuSeconds, file }: DebugRequest): Promise<number> => {
  try {
    if (cpuSeconds === null) await takeHeap(reach, file);
    else await takeCpu(reach, cpuSeconds, file);
    return 0;
  } finally {
    reach.close();
  }
};

const run = async (args: string[]): Promise<number> => {
  const request = debugRequest(args);
  const { service, address, compose, replica, token } = request;
  if (compose) return debugBy(composeReach(service, replica, token), request);
  if (replica !== undefined) throw usageError('there is one process of each service here: no --replica');
  return debugBy(address ? addressReach(service, address, token) : localReach(service, token), request);
};

export const debug: Command = { usage, run };
