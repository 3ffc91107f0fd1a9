import { expect, test } from '@jest/globals';
import {
  groups,
  objectivesState,
  serviceNames,
  type ReplicaSnapshot,
  type ServiceName,
} from '@skillstream/contracts';
import { createEvaluation } from './create-evaluation.ts';

const BEGAN = 1_750_000_000_000;
const iso = (ms: number) => new Date(ms).toISOString();
type Change = Partial<Record<ServiceName, Partial<ReplicaSnapshot> | null>>;

const lags = (oldestSeconds: number | null, lag: number | null = 0) =>
  Object.values(groups).map((group) => ({ group, lag, oldestSeconds }));
const taken = { postings: { accepted: 10, pending: 0, retracted: 1 }, versions: 9 };
const counted = {
  postings: { counted: 8, 'dead-lettered': 1, 'dead-retractions': 0, 'dead-unknown': 0 },
  versions: 9,
};

/** A platform at rest, all of it known; `null` takes a service away. */
const platform = (nowMs: number, change: Change = {}) => {
  const own: Partial<Record<ServiceName, Partial<ReplicaSnapshot>>> = {
    ingestion: {
      ...{ outbox: { pending: 0, oldestSeconds: 0 }, relay: { leading: true }, ledger: taken },
      watched: lags(0),
    },
    analytics: { ledger: counted },
    gateway: { breakers: [{ upstream: 'analytics', state: 'closed' }] },
  };
  return serviceNames.map((service) => ({
    ...{ service, replica: 'a' },
    snapshot:
      change[service] === null
        ? null
        : {
            ...{ service, replica: 'a', version: '0.1.0', startedAt: iso(BEGAN), at: iso(nowMs) },
            ...{ rates: { inPerSecond: 0, outPerSecond: 0 }, consumers: [], deadLetters: 0, dropped: 0 },
            ...{ ...own[service], ...change[service] },
          },
  }));
};

/** What fires after so many seconds in which a platform was like this, looked at each five. */
const firingAfter = (seconds: number, change: Change, evaluation = createEvaluation(BEGAN)) => {
  evaluation.look(platform(BEGAN), BEGAN);
  for (let s = 5; s <= seconds + 5; s += 5)
    evaluation.look(platform(BEGAN + 1000 * s, change), BEGAN + 1000 * s);
  const state = objectivesState.parse(evaluation.state());
  return state.alerts!.map(({ name, subject }) => [name.replace('Skillstream', ''), subject]);
};

const analytics = (change: object) => ({ analytics: { ledger: { ...counted, ...change } } });
const oneMissing = analytics({ postings: { ...counted.postings, counted: 7 } });
const ingestion = (change: Partial<ReplicaSnapshot>): Change => ({ ingestion: change });

test.each<[string, number, Change, [string, string | null][]]>([
  ['all is well', 3600, {}, []],
  ['a service is away for two minutes', 120, { tagging: null }, [['ServiceDown', 'tagging']]],
  ['and for less', 115, { tagging: null }, []],
  [
    'a group is a minute behind, for two',
    120,
    ingestion({ watched: [...lags(0).slice(1), { group: 'tagging', lag: 7, oldestSeconds: 61 }] }),
    [['ConsumerBehind', 'tagging']],
  ],
  ['all are just below', 600, ingestion({ watched: lags(60, 7) }), []],
  ['no writer knows', 300, ingestion({ watched: lags(null, null) }), [['LagUnknown', null]]],
  ['nor for long', 295, ingestion({ watched: lags(null, null) }), []],
  ['no replica knows the outbox', 300, ingestion({ outbox: undefined }), [['OutboxUnknown', null]]],
  ['nor for long', 295, ingestion({ outbox: undefined }), []],
  [
    'the outbox waits, and nobody is the relay',
    120,
    ingestion({ outbox: { pending: 1, oldestSeconds: 61 }, relay: { leading: false } }),
    [
      ['NoRelay', null],
      ['OutboxWaits', null],
    ],
  ],
  [
    'a breaker is open for a minute',
    60,
    { gateway: { breakers: [{ upstream: 'analytics', state: 'open' }] } },
    [['BreakerOpen', 'analytics']],
  ],
  [
    'one is half-open: nobody has asked since',
    600,
    { gateway: { breakers: [{ upstream: 'analytics', state: 'half-open' }] } },
    [],
  ],
  ['a record was put away', 5, { tagging: { deadLetters: 1 } }, [['DeadLetters', 'tagging']]],
  ['and that is long ago', 935, { tagging: { deadLetters: 1 } }, []],
  ['a posting is missing in the quiet', 300, oneMissing, [['LedgerUnbalanced', null]]],
  ['and that is new', 295, oneMissing, []],
  [
    'one is counted too much',
    300,
    analytics({ postings: { ...counted.postings, counted: 9 } }),
    [['LedgerUnbalanced', null]],
  ],
  ['one is counted at an old version', 300, analytics({ versions: 8 }), [['LedgerUnbalanced', null]]],
  [
    'a dead letter may be outdated',
    300,
    analytics({ postings: { ...counted.postings, 'dead-lettered': 2, 'dead-unknown': 1 }, versions: 10 }),
    [],
  ],
  [
    'one is missing, and postings wait',
    300,
    { ...oneMissing, ...ingestion({ outbox: { pending: 1, oldestSeconds: 1 } }) },
    [],
  ],
  [
    'one is missing, and records are on their way',
    300,
    { ...oneMissing, ...ingestion({ watched: lags(1, 2) }) },
    [],
  ],
  ['the ledger is not counted', 600, { analytics: { ledger: undefined } }, [['LedgerUnknown', null]]],
])('%s, for %d s', (_, seconds, change, expected) => {
  expect(firingAfter(seconds, change).sort()).toEqual(expected);
});

// Counted each 15 s, and analytics' end always before ingestion's.
test.each([
  ['postings', 1],
  ['new versions of known postings', 0],
])(
  'while %s come in one by one nothing is claimed, though the two ends are counted at two moments',
  (_, each) => {
    const firingAfter = (lastMovedSeconds: number) => {
      const evaluation = createEvaluation(BEGAN);
      for (let s = 0; s <= 900; s += 5) {
        const more = Math.floor(Math.min(s, lastMovedSeconds) / 15);
        const end = (own: typeof taken | typeof counted, state: 'accepted' | 'counted', ahead: number) => ({
          postings: {
            ...own.postings,
            [state]: (own.postings as Record<string, number>)[state]! + each * (more + ahead),
          },
          versions: own.versions + more + ahead,
        });
        evaluation.look(
          platform(BEGAN + 1000 * s, {
            ingestion: { ledger: end(taken, 'accepted', 1) },
            analytics: { ledger: end(counted, 'counted', 0) },
          }),
          BEGAN + 1000 * s,
        );
      }
      return evaluation.state().alerts!.map(({ name }) => name);
    };
    expect(firingAfter(900)).toEqual([]);
    expect(firingAfter(500)).toEqual(['SkillstreamLedgerUnbalanced']);
  },
);

test('an alert clears with the first look at which its condition does not hold, and begins anew', () => {
  const evaluation = createEvaluation(BEGAN);
  expect(firingAfter(120, { tagging: null }, evaluation)).toHaveLength(1);
  expect(evaluation.state().alerts![0]!.since).toBe(iso(BEGAN + 125_000));
  evaluation.look(platform(BEGAN + 130_000), BEGAN + 130_000);
  expect(evaluation.state().alerts).toEqual([]);
  evaluation.look(platform(BEGAN + 135_000, { tagging: null }), BEGAN + 135_000);
  expect(evaluation.state().alerts).toEqual([]);
});

test('what is not known is null, and not that nothing fires', () => {
  const evaluation = createEvaluation(BEGAN);
  expect(evaluation.state().alerts).toBeNull();
  evaluation.look(platform(BEGAN), BEGAN);
  expect(evaluation.state().alerts).toEqual([]);
  evaluation.look(null, BEGAN + 5000);
  expect(evaluation.state()).toMatchObject({ alerts: null, lags: [] });
});

test('a budget is null where nothing happened, and less by what was bad', () => {
  const evaluation = createEvaluation(BEGAN);
  const counts = (events: number, errors: number) => ({
    gateway: { objectives: { served: { events, errors } } },
  });
  evaluation.look(platform(BEGAN, counts(0, 0)), BEGAN);
  const served = () => evaluation.state().objectives.find(({ id }) => id === 'served')!;
  expect(served()).toMatchObject({
    budgetLeft: null,
    burn: expect.arrayContaining([expect.objectContaining({ times: null })]),
  });
  for (let s = 30; s <= 600; s += 30)
    evaluation.look(platform(BEGAN + 1000 * s, counts(10_000 * s, 5 * s)), BEGAN + 1000 * s);
  expect(served()).toMatchObject({ budgetLeft: 0.5 });
  expect(served().burn.map(({ window, knownSeconds, times }) => [window, knownSeconds, times])).toEqual([
    ['5m', 300, 0.5],
    ['30m', 600, 0.5],
    ['1h', 600, 0.5],
    ['6h', 600, 0.5],
  ]);
});

test('while Redis is away nothing is known, and windows that begin within that have nothing of it', () => {
  const at = (s: number, events: number, errors: number, deadLetters = 0) => {
    const objectives = { served: { events, errors } };
    return platform(BEGAN + 1000 * s, { gateway: { objectives }, tagging: { deadLetters } });
  };
  const evaluation = createEvaluation(BEGAN);
  const look = (s: number, found: ReturnType<typeof platform> | null) =>
    evaluation.look(found, BEGAN + 1000 * s);
  const served = () => evaluation.state().objectives.find(({ id }) => id === 'served')!;
  const shown = () => served().burn.map(({ window, knownSeconds, times }) => [window, knownSeconds, times]);

  for (let s = 0; s <= 600; s += 5) look(s, at(s, s, 0));
  expect(served()).toMatchObject({ budgetLeft: 1 });
  for (let s = 605; s < 4200; s += 5) look(s, null);
  expect(served()).toMatchObject({ budgetLeft: null });
  expect(shown().map(([, known, times]) => [known, times])).toEqual(Array(4).fill([0, null]));

  // All that came meanwhile was bad, and a record was put away.
  for (let s = 4200; s <= 4260; s += 5) look(s, at(s, s, 3600, 1));
  expect(shown()).toEqual([
    ['5m', 60, 0],
    ['30m', 60, 0],
    ['1h', 60, 0],
    ['6h', 660, expect.any(Number)],
  ]);
  expect(served().burn[3]).toMatchObject({ events: 4260, errors: 3600 });
  expect(evaluation.state().alerts!.map(({ name }) => name)).toContain('SkillstreamDeadLetters');
});

test('of a service that has never shown itself nothing is missed: it may have no Redis', () => {
  const evaluation = createEvaluation(BEGAN);
  for (let s = 0; s < 1200; s += 5)
    evaluation.look(
      platform(BEGAN + 1000 * s).filter(({ service }) => service === 'gateway'),
      BEGAN + 1000 * s,
    );
  const { alerts, lags: known } = evaluation.state();
  expect(alerts).toEqual([]);
  expect(known.map(({ oldestSeconds }) => oldestSeconds)).toEqual([null, null, null]);
});

test('alerts that need a Prometheus are named', () => {
  expect(createEvaluation(BEGAN).state().notEvaluated.sort()).toEqual([
    ...['SkillstreamBoardNotRead', 'SkillstreamDifferencesFound', 'SkillstreamEventLoopBlocked'],
    'SkillstreamRelayWithoutProgress',
    ...['SkillstreamTokensRefused', 'SkillstreamViewsRebuilding'],
  ]);
});
