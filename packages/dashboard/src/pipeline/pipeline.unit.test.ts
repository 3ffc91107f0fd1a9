import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { PipelineReplica, PipelineState, ReplicaSnapshot } from '@skillstream/contracts';
import { inFlightOf } from './in-flight-of.ts';
import { barsOf } from './journey/bars-of.ts';
import { perSecond } from './rates.ts';
import { replacedIn } from './replaced-in.ts';
import { runbooks, troublesOf } from './troubles-of.ts';

test.each([
  [null, 'no data'],
  [undefined, 'no data'],
  [0, '0 / s'],
  [0.004, '0.004 / s'],
  [0.25, '0.3 / s'],
  [12.34, '12.3 / s'],
  [1234.5, '1,235 / s'],
])('a rate of %p is %s: what is not known is not 0', (value, text) => expect(perSecond(value)).toBe(text));

const AT = '2026-01-02T03:04:05.678Z';
const snapshotOf = (replica: string, more: Partial<ReplicaSnapshot> = {}): ReplicaSnapshot => ({
  ...{ service: 'gateway', replica, version: '1', startedAt: AT, at: AT, deadLetters: 0, dropped: 0 },
  ...{ rates: { inPerSecond: 0, outPerSecond: 0 }, consumers: [] },
  ...more,
});
const replicaOf = (replica: string, more: Partial<PipelineReplica> = {}): PipelineReplica => ({
  ...{ replica, gone: false, ageSeconds: 0, snapshot: snapshotOf(replica) },
  ...more,
});
const total = { source: '(total)', accepted: 3, pending: 0, inFlight: 0, counted: 3, deadLettered: 0 };
const sound: PipelineState = {
  ...{ at: AT, via: 'redis', topics: [] },
  services: [{ service: 'gateway', rates: null, replicas: [replicaOf('g')] }],
  ledger: { total, idle: true, balanced: true },
};
const withReplica = (one: PipelineReplica): PipelineState => ({
  ...sound,
  services: [{ service: 'gateway', rates: null, replicas: [one] }],
});
const breaker = (state: 'open' | 'half-open') =>
  replicaOf('g', { snapshot: snapshotOf('g', { breakers: [{ upstream: 'tagging', state }] }) });
const waiting = (...names: string[]) =>
  replicaOf('g', { snapshot: snapshotOf('g', { waitsFor: names.map((name) => ({ name })) }) });

test.each<[string, PipelineState, string[]]>([
  ['nothing', sound, []],
  ['a ledger that cannot be read', { ...sound, ledger: null }, ['ledger']],
  ['who waits for something', withReplica(waiting('kafka')), ['gateway/g']],
  ['nothing with who is ready', withReplica(waiting()), []],
  ['only that it is gone, of who waited', withReplica({ ...waiting('kafka'), gone: true }), ['gateway/g']],
  ['Redis', { ...sound, via: 'http' }, ['redis']],
  ['who is gone', withReplica(replicaOf('g', { gone: true, ageSeconds: 12 })), ['gateway/g']],
  ['an open breaker', withReplica(breaker('open')), ['gateway/g']],
  ['nothing with a half-open breaker', withReplica(breaker('half-open')), []],
  [
    'who cannot be asked',
    { ...sound, services: [{ service: 'tagging', rates: null, replicas: [], unreachable: '' }] },
    ['tagging'],
  ],
  ['a ledger at rest', { ...sound, ledger: { total, idle: true, balanced: false } }, ['ledger']],
  ['no ledger that moves', { ...sound, ledger: { total, idle: false, balanced: false } }, []],
  [
    'dead letters',
    { ...sound, ledger: { total: { ...total, deadLettered: 2 }, idle: true, balanced: true } },
    ['ledger'],
  ],
])('the platform says what is wrong: %s', (_, state, where) =>
  expect(troublesOf(state).map((trouble) => trouble.where)).toEqual(where),
);

test.each(runbooks)('what to do is said by a page that the gateway has: %s', (runbook) =>
  expect(existsSync(new URL(`../../../../docs/runbooks/${runbook}.md`, import.meta.url))).toBe(true),
);

test('dead letters lead to what to do', () => {
  const state = { ...sound, ledger: { total: { ...total, deadLettered: 2 }, idle: true, balanced: true } };
  expect(troublesOf(state)).toMatchObject([{ where: 'ledger', runbook: 'dead-letters' }]);
});

test('who does not answer for the ledger is named, with what that means for it', () => {
  const away = [{ part: 'tagging', reason: 'nobody listens there', ageSeconds: null }] as const;
  const state = { ...sound, ledger: { ...sound.ledger!, balanced: false, idle: false, away: [...away] } };
  expect(troublesOf(state)).toEqual([
    {
      where: 'tagging',
      what: 'gives no figures for the ledger, which is incomplete: nobody listens there',
      brief: 'gives no figures for the ledger, which is incomplete',
    },
  ]);
});

test('what a replica waits for is named with its reason', () => {
  const waitsFor = [{ name: 'kafka', reason: 'no answer' }, { name: 'topics' }];
  const state = withReplica(replicaOf('g', { snapshot: snapshotOf('g', { waitsFor }) }));
  expect(troublesOf(state)).toMatchObject([
    { where: 'gateway/g', what: 'waits for kafka (no answer), topics' },
  ]);
});

test('who is gone is replaced by one that started later, each by one of its own', () => {
  const gone = (replica: string, ageSeconds: number) =>
    replicaOf(replica, { gone: true, ageSeconds, snapshot: null });
  const started = (replica: string, secondsAgo: number) =>
    replicaOf(replica, {
      snapshot: snapshotOf(replica, {
        startedAt: new Date(Date.parse(AT) - secondsAgo * 1000).toISOString(),
      }),
    });
  const replaced = (...replicas: PipelineReplica[]) => [...replacedIn({ replicas }, Date.parse(AT))];
  expect(replaced(gone('a', 20), started('b', 15))).toEqual(['a']);
  expect(replaced(gone('a', 20), started('b', 30))).toEqual([]);
  expect(replaced(gone('a', 20), gone('b', 18), started('c', 15))).toEqual(['a']);
  expect(replaced(gone('a', 20), gone('b', 10), started('c', 15), started('d', 5))).toEqual(['a', 'b']);
  expect(replaced(gone('a', 20), gone('b', 5))).toEqual([]);
  // In the place of the first is the second, and in its own the third.
  const second = { ...started('b', 90), gone: true, ageSeconds: 20 };
  expect(replaced(gone('a', 100), second, started('c', 15))).toEqual(['a', 'b']);
  expect(replaced(gone('a', 100), second)).toEqual(['a']);
  const state = {
    ...sound,
    services: [{ service: 'tagging' as const, rates: null, replicas: [gone('a', 20), started('b', 15)] }],
  };
  expect(troublesOf(state)).toEqual([]);
});

test.each([
  [-3, 0],
  [0, 0],
  [7, 7],
])('of %d in flight %d are shown, never fewer than none', (inFlight, shown) =>
  expect(inFlightOf({ inFlight })).toBe(shown),
);

test('waits are bars of the whole journey, each ending when its step was reached', () => {
  const at = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
  expect(
    barsOf([
      { at: at(0), waitedMs: null },
      { at: at(500), waitedMs: 500 },
      { at: at(1000), waitedMs: 250 },
      { at: null, waitedMs: null },
    ]),
  ).toEqual([{ start: 0, end: 0 }, { start: 0, end: 0.5 }, { start: 0.75, end: 1 }, null]);
  expect(barsOf([{ at: null, waitedMs: null }])).toEqual([null]);
});
