import { sleep } from '@skillstream/async';
import { startTraffic } from '../rules/traffic.ts';
import { LIGHT_MS } from './clocks.ts';
import type { Stage } from './fault.ts';
import { firedWithin } from './look.ts';

/**
 * Lets a platform work, then stand idle, without any fault.
 * @param seconds of each
 * @returns the alerts that fired meanwhile: there has to be none
 */
export const quietRun = async ({ platform, prometheus }: Stage, seconds: number): Promise<string[]> => {
  const startedMs = Date.now();
  const traffic = startTraffic(platform, LIGHT_MS);
  await sleep(1000 * seconds);
  await traffic.end();
  await platform.settled();
  // While nothing moves the ledger claims something.
  await sleep(1000 * seconds);
  return firedWithin(prometheus, Math.ceil((Date.now() - startedMs) / 1000));
};
