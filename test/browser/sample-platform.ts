import { until } from '@skillstream/async/testing';
import { demandResult } from '@skillstream/contracts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';

const POSTINGS = 2400;

/** A platform of its own that counts the sample, and nothing else. @param moreEnv as `startPlatform` takes it */
export const startSamplePlatform = async (
  moreEnv: Parameters<typeof startPlatform>[0] = {},
): Promise<Platform> => {
  const platform = await startPlatform(moreEnv);
  const sample = [...generateSample({ seed: 7, count: POSTINGS, firstMonth: '2024-01' })];
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
  await platform.settled();
  await until(
    'the results hold them all',
    async () => demandResult.parse(await platform.get('/v1/demand')).population === POSTINGS,
  );
  return platform;
};
