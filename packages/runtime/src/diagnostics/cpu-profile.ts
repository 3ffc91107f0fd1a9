import { Session, type Profiler } from 'node:inspector/promises';
import { sleep } from '@skillstream/async';

/** A profile in the format of Chrome DevTools: a tree of functions, and which of them ran at each sample. */
export type CpuProfile = Profiler.Profile;

/** A sample a millisecond: what takes less than some of them cannot be seen, and the process is hardly slower. */
const INTERVAL_US = 1000;

/**
 * Samples the stack of this thread, which goes on working. The session is one inside of the process: no port is opened
 * that a debugger could connect to.
 * @param signal ends it early; what was sampled until then is the result
 */
export const sampleCpu = async (durationMs: number, signal?: AbortSignal): Promise<CpuProfile> => {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
    await session.post('Profiler.start');
    await sleep(durationMs, signal);
    return (await session.post('Profiler.stop')).profile;
  } finally {
    session.disconnect();
  }
};
