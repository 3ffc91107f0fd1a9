import { until } from '@skillstream/async/testing';
import { demandResult } from '@skillstream/contracts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';

const POSTINGS = 2400;
/** What is silent for so long is away: with the usual 30 s each test of that would take as long. */
const UPSTREAM_TIMEOUT_MS = '5000';

/** A platform of its own that counts the sample, and nothing else. */
export const startSamplePlatform = async (): Promise<Platform> => {
  const platform = await startPlatform((name): Record<string, string> =>
    name === 'gateway' ? { UPSTREAM_TIMEOUT_MS } : {},
  );
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
