import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  METRIC_PREFIX,
  metricTable,
  mostSeries,
  retagJob,
  type Metric,
  type ServiceName,
} from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { allowed } from './platform/token.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
  await sendAll(
    platform.url,
    [...generateSample({ seed: 3, count: 200 })].map(({ posting }) => posting),
  );
  await platform.settled();
});
afterAll(() => platform?.stop());

const services = ['ingestion', 'tagging', 'analytics', 'gateway'] as const satisfies ServiceName[];
const scrape = (service: ServiceName): Promise<string> => platform.service(service).metrics();
const table = Object.entries(metricTable) as [string, Metric][];
const typesIn = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name!, type!]));
const seriesOf = (text: string, name: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
const seriesName = (name: string, { kind }: Metric) =>
  `${METRIC_PREFIX}${name}${kind === 'histogram' ? '_count' : ''}`;
/** What a label of a metric takes for values. */
const valuesOf = (text: string, name: string, label: string): Set<string> =>
  new Set(
    seriesOf(text, seriesName(name, metricTable[name as keyof typeof metricTable])).flatMap(
      (line) => new RegExp(`[{,]${label}="([^"]*)"`).exec(line)?.[1] ?? [],
    ),
  );

test.each(services)('the metrics of %s are at its management port, and at no other', async (name) => {
  const { url, managementUrl } = platform.service(name);
  for (const path of ['/metrics', '/metrics/', '/METRICS'])
    expect([path, (await fetch(`${url}${path}`, await allowed())).status]).toEqual([path, 404]);
  const statuses = (base: string, ...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await fetch(`${base}${path}`)).status));
  expect(await statuses(managementUrl, '/metrics', '/healthz', '/readyz')).toEqual([200, 200, 200]);
  expect(await statuses(url, '/healthz', '/readyz')).toEqual([200, 200]);
  expect(await statuses(managementUrl, '/', '/v1/ledger', '/v1/diagnostics')).toEqual([404, 404, 404]);
});

test.each(services)(
  'what %s reports is the table: every metric of it, of that kind, and no other',
  async (service) => {
    const found = typesIn(await scrape(service));
    const expected = table.filter(([, metric]) => metric.services.includes(service));
    expect([...found].sort()).toEqual(
      expected.map(([name, { kind }]) => [`${METRIC_PREFIX}${name}`, kind]).sort(),
    );
  },
);

test('postings that were counted have a freshness, and versions that were published once more have none', async () => {
  const counted = async () => {
    const [line] = seriesOf(await scrape('analytics'), `${METRIC_PREFIX}posting_counted_seconds_count`);
    return Number(line?.split(' ').at(-1));
  };
  // A batch is told of after it is in the views, which the ledger is read from.
  await until('all were told of', async () => (await counted()) === 200);
  await fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }));
  await until('all were tagged anew', async () => {
    const { finishedAt } = retagJob.parse(await platform.get('/v1/retag'));
    return finishedAt !== null;
  });
  await platform.settled();
  // What was tagged anew is told of later than it is counted, too: a posting that comes after it has the last word.
  const [last] = [...generateSample({ seed: 3, count: 201 })].slice(200);
  await sendAll(platform.url, [last!.posting]);
  await until('the posting after them was told of', async () => (await counted()) > 200);
  expect(await counted()).toBe(201);
});

test('whatever clients send, labels take no more values than the table says', async () => {
  const send = (url: string, method: string, path: string) => {
    const { hostname, port } = new URL(url);
    return new Promise<void>((done) =>
      request({ hostname, port, method, path, agent: false, timeout: 30_000 }, (response) => {
        response.resume().on('end', done);
      })
        .on('error', () => done())
        .end(),
    );
  };
  const odd = ['PURGE', 'MKCOL', 'PROPFIND', 'M-SEARCH', 'LINK', 'REPORT', 'LOCK', 'QUERY', 'PATCH', 'PUT'];
  for (const service of services) {
    const { url } = platform.service(service);
    for (const method of odd) await send(url, method, `/v1/${method}`);
    for (let n = 0; n < 100; n += 1) {
      await send(url, 'GET', `/v1/skills/${n}%2F..%2F${'x'.repeat(n)}?role=${n}`);
      await send(url, 'GET', `/v1/postings/p-${n}/journey`);
      await send(url, 'GET', `/${n}`);
    }
    const text = await scrape(service);
    const methods = valuesOf(text, 'http_request_seconds', 'method');
    expect([...methods].filter((method) => odd.includes(method))).toEqual([]);
    expect(methods).toContain('other');
    const routes = valuesOf(text, 'http_request_seconds', 'route');
    expect(routes).toContain('other');
    // As many odd paths as were sent would all fit into what the table allows for a product of labels.
    expect([...routes].filter((route) => /\d/.test(route.replace(/^\/v\d/, '')))).toEqual([]);
    for (const [name, metric] of table) {
      const series = seriesOf(text, seriesName(name, metric));
      expect(series.length).toBeLessThanOrEqual(mostSeries(metric));
      for (const [label, { most }] of Object.entries(metric.labels))
        expect([name, label, valuesOf(text, name, label).size <= most]).toEqual([name, label, true]);
    }
  }
});
