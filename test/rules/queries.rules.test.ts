import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ruleGroups } from '@skillstream/observability';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { countTooMany } from '../platform/count-too-many.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { playBoard } from '../platform/play-board.ts';
import { allowed } from '../platform/token.ts';
import { startPrometheus, type Prometheus } from './prometheus.ts';
import { allQueries, blankQueries, seriesOf, type NamedQuery } from './queries.ts';
import { startTraffic } from './traffic.ts';

// Five minutes take half of one, and a second of the clock is still more than what a reader needs to commit.
const SCALE = 10;
const DROPPED = 'skillstream_posting_counted_seconds';

let board: Awaited<ReturnType<typeof playBoard>>;
let platform: Platform;
let whole: Prometheus;
let lacking: Prometheus;
beforeAll(async () => {
  board = await playBoard({ body: JSON.stringify({ jobs: [], meta: { total: 0 } }) });
  platform = await startPlatform((name) => (name === 'ingestion' ? board.env : {}));
  const names = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
  const targets = Object.fromEntries(names.map((name) => [name, platform.service(name).managementUrl]));
  // First, since it says at once where it is missing.
  whole = await startPrometheus(targets, ruleGroups(SCALE));
  lacking = await startPrometheus(targets, ruleGroups(SCALE), { dropped: DROPPED });
});
afterAll(async () => {
  await Promise.all([whole?.stop(), lacking?.stop()]);
  await platform?.stop();
  await board?.close();
});

// What these say depends on what else the machine does.
const ofTheMachine = ['SkillstreamAnswersSlow', 'SkillstreamEventLoopBlocked'];
const alertsIn = async (state: 'firing' | 'pending') =>
  (await whole.alerts(state)).filter((name) => !ofTheMachine.includes(name));
const firing = () => alertsIn('firing');

test('while nothing happens no alert fires', async () => {
  const seen = 'count_over_time(up{job="skillstream",service="gateway"}[1h])';
  await until('Prometheus has looked for a while', async () => (await whole.query(seen))[0]!.value > 45);
  expect(await firing()).toEqual([]);
  // However long a cause has to last: what holds, and would fire later, is pending.
  await until('none is about to fire', async () => (await alertsIn('pending')).length === 0);
});

const queries = allQueries(SCALE);
const places = (some: readonly NamedQuery[]) => [...new Set(some.map(({ place }) => place))].sort();
const usesDropped = ({ expr }: NamedQuery) => seriesOf(expr).has(DROPPED);

const nameless: NamedQuery = {
  place: 'by a label that nothing has',
  expr: 'sum by (colour) (up)',
  labels: ['colour'],
};

test('every query of rules and dashboards returns data from a real run, with the labels it is read by', async () => {
  expect(queries.length).toBeGreaterThan(150);
  const traffic = startTraffic(platform);
  const asked = [...queries, nameless];
  const blank = await blankQueries(whole, asked, (one) => one === nameless).finally(traffic.end);
  expect(places(blank)).toEqual([nameless.place]);
});

test('where one metric is missing exactly the queries that use it return nothing', async () => {
  const traffic = startTraffic(platform);
  const blank = await blankQueries(lacking, queries, usesDropped).finally(traffic.end);
  expect(places(blank)).toEqual(places(queries.filter(usesDropped)));
  expect(blank.length).toBeGreaterThan(20);
});

test('beside how long answers and counting took stand the traces that took as long', async () => {
  const sent = new Set<string>();
  const postings = generateEndlessly(17);
  const send = async () => {
    const body = JSON.stringify(postings.next().value);
    const request = await allowed({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const response = await fetch(`${platform.url}/v1/postings`, request);
    sent.add(response.headers.get('trace-id')!);
    await response.arrayBuffer();
  };
  for (const metric of [
    'skillstream_http_request_seconds_bucket',
    'skillstream_posting_counted_seconds_bucket',
  ])
    await until(`Prometheus has a posting's trace beside ${metric}`, async () => {
      await send();
      return (await whole.exemplars(metric)).some((id) => sent.has(id));
    });
});

test('while analytics stands still its lag rises as the clock does, alerts fire, and clear when it goes on', async () => {
  const traffic = startTraffic(platform);
  const lag = async () => {
    const [sample] = await whole.query('max(skillstream_consumer_lag_seconds{group="analytics-facts"})');
    // A scrape that came too late leaves none.
    return { lag: sample?.value ?? Number.NaN, at: Date.now() / 1000 };
  };
  const lagAbove = (seconds: number) =>
    until(`the lag is above ${seconds} s`, async () => {
      const found = await lag();
      return found.lag > seconds ? found : null;
    });
  await until('postings pass', async () => {
    const [rate] = await whole.query('sum(rate(skillstream_posting_counted_seconds_count[10s]))');
    return rate!.value > 0;
  });
  const analytics = platform.service('analytics');
  analytics.signal('SIGSTOP');
  const first = await lagAbove(3);
  await until('it is noticed', async () => {
    const names = await firing();
    return names.includes('SkillstreamConsumerBehind') && names.includes('SkillstreamServiceDown');
  });
  const last = await lagAbove(first.lag + 40);
  // It is measured each five seconds, to a twentieth of itself, and scraped each second, before and after; half as
  // fast it would be 40 s too late.
  expect(Math.abs(last.lag - first.lag - (last.at - first.at))).toBeLessThan(20);

  analytics.signal('SIGCONT');
  await until('nobody is behind, and all answer', async () => {
    const names = await firing();
    return !names.includes('SkillstreamConsumerBehind') && !names.includes('SkillstreamServiceDown');
  });
  await traffic.end();
});

test('while nothing moves the ledger balances by its metrics, and where a posting is taken away an alert fires', async () => {
  const { total } = await platform.settled();
  const difference = async () => {
    const [sample] = await whole.query(
      'max(skillstream_ledger_postings{state="accepted"}) - max(skillstream_ledger_postings{state="counted"})',
    );
    return sample?.value;
  };
  await until('both ends have counted in the quiet', async () => {
    const [accepted] = await whole.query('skillstream_ledger_postings{state="accepted"}');
    return accepted?.value === total.accepted && (await difference()) === 0;
  });
  const isUnbalanced = async () => (await firing()).includes('SkillstreamLedgerUnbalanced');
  // Each end counts every 15 s, which is half of what the alert waits for at this scale: while postings passed it may
  // have fired, and the rules are evaluated once a second.
  await until('it does not fire', async () => !(await isUnbalanced()));
  const putBack = await countTooMany(platform.urls.redisUrl, -1);
  await until('it is noticed', isUnbalanced);
  expect(await difference()).toBe(1);
  await putBack();
  await until('it is good again', async () => !(await isUnbalanced()));
});
