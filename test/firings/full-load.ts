import { generateSample } from '../../packages/cli/src/sample/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';

const [COUNT, AT_ONCE, SENDERS] = [12_000, 500, 4];

/**
 * Sends postings as fast as they are taken.
 * @returns how many a second are counted, from the first that is sent to the last that is counted
 */
export const fullLoad = async (platform: Platform): Promise<number> => {
  const sample = [...generateSample({ seed: 41, count: COUNT })].map(({ posting }) => posting);
  const startedMs = performance.now();
  const send = async () => {
    while (sample.length > 0) await sendAll(platform.url, sample.splice(0, AT_ONCE));
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  await platform.settled();
  return (1000 * COUNT) / (performance.now() - startedMs);
};
