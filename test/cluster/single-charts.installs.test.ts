import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ledger } from '@skillstream/contracts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';
import { figure, secondsSince } from './figures.ts';
import { openGateway } from './gateway.ts';
import { reaches } from './network.ts';
import { releaseTokens } from './release-tokens.ts';
import { charts, createSingles, type Namespaces } from './single-charts.ts';

const doors: Record<string, { chart: (typeof charts)[number] | 'engines'; port: number }> = {
  ingestion: { chart: 'ingestion', port: 80 },
  tagging: { chart: 'tagging', port: 80 },
  analytics: { chart: 'analytics', port: 80 },
  gateway: { chart: 'gateway', port: 80 },
  kafka: { chart: 'engines', port: 9092 },
  mongodb: { chart: 'engines', port: 27017 },
  valkey: { chart: 'engines', port: 6379 },
};
const design: Record<string, string[]> = {
  ingestion: ['kafka', 'mongodb', 'valkey'],
  tagging: ['kafka', 'valkey'],
  analytics: ['kafka', 'mongodb', 'valkey'],
  gateway: ['analytics', 'ingestion', 'tagging', 'valkey'],
};
const postings = [...generateSample({ seed: 11, count: 200, firstMonth: '2024-01' })].map(
  ({ posting }) => posting,
);

const [jobs, engines] = ['skillstream-jobs', 'skillstream-jobs-engines'];
describe.each<[string, Namespaces]>([
  ['one namespace', { jobs, engines: jobs }],
  ['two namespaces', { jobs, engines }],
])('charts that are installed one by one, in %s,', (_where, namespaces) => {
  const singles = createSingles(namespaces);
  beforeAll(async () => {
    await singles.purge();
    await singles.makeNamespaces();
  });
  afterAll(async () => {
    singles.forget();
    await singles.purge();
  });

  test('are refused without what they need, before anything is made', async () => {
    const ofTagging = await singles.tryBare('tagging');
    expect(ofTagging.code).not.toBe(0);
    expect(ofTagging.complaint).toContain('global.kafka.brokers is needed');
    const sets = ['global.kafka.brokers={k:9092}', 'global.redis.url=redis://r'];
    const withEngines = await singles.tryBare('tagging', ...sets.flatMap((set) => ['--set', set]));
    expect(withEngines.complaint).toContain('there is no Secret my-tagging-engines');
    const ofGateway = await singles.tryBare('gateway', '--set', 'global.redis.url=redis://r');
    expect(ofGateway.complaint).toMatch(/urls\.[a-z]+ is needed|no Secret my-gateway-engines/);
  });

  test('become ready by their examples, each with the engines alone until the gateway comes', async () => {
    const startedMs = performance.now();
    await singles.install('engines');
    await singles.copySecret();
    for (const chart of charts) await singles.install(chart);
    figure(`five releases of single charts ready: ${secondsSince(startedMs)} s`);
  });

  test.each(charts)('%s reaches what the design says, and nothing else', async (from) => {
    const others = Object.keys(doors).filter((to) => to !== from);
    const open = await Promise.all(
      others.map(async (to) => {
        const { chart, port } = doors[to]!;
        const host = `my-${chart}-${to}.${singles.namespaceOf(chart)}.svc`;
        return (await reaches(namespaces.jobs, from, host, port)) ? [to] : [];
      }),
    );
    expect(open.flat().sort()).toEqual(design[from]);
  });

  test('count together what comes in by the gateway', async () => {
    const gateway = await openGateway({ namespace: namespaces.jobs, release: 'my-gateway' });
    try {
      const tokens = await releaseTokens(namespaces.engines, 'my-engines');
      await sendAll(gateway.url, postings, tokens);
      const total = await until('all are counted', async () => {
        const response = await fetch(`${gateway.url}/v1/ledger`, await allowed({}, tokens));
        const found = ledger.parse(await response.json());
        return found.balanced && found.total.counted > 0 ? found.total : null;
      });
      expect(total.counted).toBe(postings.length);
    } finally {
      await gateway.stop();
    }
  });
});
