import { expect, test } from '@jest/globals';
import {
  journey,
  type AcceptedTrail,
  type CountedTrail,
  type FactTrail,
  type LetterTrail,
  type ViewTrail,
} from '@skillstream/contracts';
import { assembleJourney } from './assemble-journey.ts';
import { layOut, type Heard } from './trails.ts';

const at = (second: number) => new Date(second * 1000).toISOString();
const READ_AT = at(1000);

const published = { partition: 3, offset: 10, at: at(2), replica: 'ingestion-2' };
const accepted = (more: Partial<AcceptedTrail> = {}): AcceptedTrail => ({
  ...{ postingId: 'a.1', source: 'a', version: 1, retracted: false, pending: false },
  ...{ at: at(1), replica: 'ingestion-1', requeuedAt: null, published, taggedUpTo: 11 },
  traceId: null,
  ...more,
});
const fact = (more: Partial<FactTrail> = {}): FactTrail => ({
  ...{ source: 'a', version: 1, retracted: false, partition: 5, offset: 20, acceptedAt: at(1) },
  received: published,
  ...{ taggedAt: at(4), taggedBy: 'tagging-1', countedAt: at(6), countedBy: 'analytics-2' },
  traceId: null,
  ...more,
});
const view = (more: Partial<ViewTrail> = {}): ViewTrail => ({
  ...{ version: 1, position: 20, at: at(5), replica: 'analytics-1' },
  ...more,
});
const letter = (more: Partial<LetterTrail> = {}): LetterTrail => ({
  ...{ version: 1, topic: 'postings.received.v1', partition: 3, offset: 10, at: at(3) },
  ...{ code: 'undecodable', reason: 'no JSON' },
  ...more,
});
const counted = (more: Partial<CountedTrail> = {}): CountedTrail => ({
  ...{ fact: null, view: null, letters: [], missing: [] },
  ...more,
});

const journeyOf = (one: AcceptedTrail | null | string, two: CountedTrail | string) => {
  const heard = <T>(found: T | string): Heard<T> =>
    typeof found === 'string' ? { away: found } : { value: found };
  const known = layOut({ postingId: 'a.1', accepted: heard(one), counted: heard(two) });
  return known && journey.parse(assembleJourney(known, READ_AT));
};
/** Each step on a line: its state, the wait after which step, and where it is. */
const linesOf = (...args: Parameters<typeof journeyOf>) => {
  const found = journeyOf(...args)!;
  const lines = found.steps.map(({ step, state, partition, offset, waitedMs, after }) => {
    const place = offset === null ? '' : ` ${partition}/${offset}`;
    return `${step} ${state}${place}${waitedMs === null ? '' : ` ${waitedMs} after ${after}`}`;
  });
  return [found.outcome, ...lines];
};

const full = counted({ fact: fact(), view: view() });
const takenOnce = ['accepted reached', 'published reached 3/10 1000 after accepted'];
const died = letter({ at: at(3) });

test.each<[string, Parameters<typeof journeyOf>, string[]]>([
  [
    'counted everywhere',
    [accepted(), full],
    [
      ...['counted', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...[
        'counted-in-views reached 5/20 1000 after tagged',
        'counted-in-facts reached 5/20 2000 after tagged',
      ],
    ],
  ],
  [
    'waits to be published',
    [accepted({ pending: true, published: null, taggedUpTo: null }), counted()],
    [
      ...['waiting', 'accepted reached', 'published waiting', 'tagged waiting'],
      ...['counted-in-views waiting', 'counted-in-facts waiting'],
    ],
  ],
  [
    'waits to be tagged',
    [accepted({ taggedUpTo: 10 }), counted()],
    ['waiting', ...takenOnce, 'tagged waiting', 'counted-in-views waiting', 'counted-in-facts waiting'],
  ],
  [
    'read by tagging, and not counted yet',
    [accepted(), counted()],
    ['waiting', ...takenOnce, 'tagged reached', 'counted-in-views waiting', 'counted-in-facts waiting'],
  ],
  [
    'nobody says how far tagging is',
    [accepted({ taggedUpTo: null }), counted()],
    ['waiting', ...takenOnce, 'tagged unknown', 'counted-in-views waiting', 'counted-in-facts waiting'],
  ],
  [
    'in the views, and the facts are behind',
    [accepted(), counted({ view: view() })],
    ['waiting', ...takenOnce, 'tagged reached', 'counted-in-views reached', 'counted-in-facts waiting'],
  ],
  [
    'in the facts, and the views are behind',
    [accepted(), counted({ fact: fact(), view: view({ version: 1, position: 19 }) })],
    [
      ...['waiting', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...['counted-in-views waiting', 'counted-in-facts reached 5/20 2000 after tagged'],
    ],
  ],
  [
    'a newer version waits while the one before is counted',
    [accepted({ version: 2, pending: true, published: null, at: at(8) }), full],
    [
      ...['waiting', 'accepted reached', 'published waiting', 'tagged waiting'],
      ...['counted-in-views waiting', 'counted-in-facts waiting'],
    ],
  ],
  [
    'published and counted, and the relay has not stored that yet',
    [accepted({ pending: true, published: null, taggedUpTo: null }), full],
    [
      ...['counted', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...[
        'counted-in-views reached 5/20 1000 after tagged',
        'counted-in-facts reached 5/20 2000 after tagged',
      ],
    ],
  ],
  [
    'to be tagged again: the earlier tagging is not this one',
    [accepted({ pending: true, requeuedAt: at(50) }), full],
    [
      ...['waiting', 'accepted reached', 'requeued reached 49000 after accepted', 'published waiting'],
      ...['tagged waiting', 'counted-in-views waiting', 'counted-in-facts waiting'],
    ],
  ],
  [
    'published again, and not tagged again',
    [accepted({ requeuedAt: at(50), published: { ...published, offset: 30, at: at(52) } }), full],
    [
      ...['waiting', 'accepted reached', 'requeued reached 49000 after accepted'],
      ...['published reached 3/30 2000 after requeued', 'tagged waiting'],
      ...['counted-in-views waiting', 'counted-in-facts waiting'],
    ],
  ],
  [
    'tagged again and counted',
    [
      accepted({ requeuedAt: at(50), published: { ...published, offset: 30, at: at(52) } }),
      counted({
        fact: fact({
          ...{ offset: 44, taggedAt: at(53), countedAt: at(54) },
          received: { ...published, offset: 30, at: at(52) },
        }),
        view: view({ position: 44, at: at(55) }),
      }),
    ],
    [
      ...['counted', 'accepted reached', 'requeued reached 49000 after accepted'],
      ...['published reached 3/30 2000 after requeued', 'tagged reached 5/44 1000 after published'],
      ...[
        'counted-in-views reached 5/44 2000 after tagged',
        'counted-in-facts reached 5/44 1000 after tagged',
      ],
    ],
  ],
  [
    'dead at tagging: no step follows',
    [accepted(), counted({ letters: [died] })],
    ['dead', ...takenOnce, 'dead reached 3/10 1000 after published'],
  ],
  [
    'dead at analytics',
    [accepted(), counted({ letters: [letter({ topic: 'postings.tagged.v1', partition: 5, offset: 20 })] })],
    ['dead', ...takenOnce, 'tagged reached 5/20', 'dead reached 5/20'],
  ],
  [
    'dead at an earlier version',
    [
      accepted({ version: 2 }),
      counted({ letters: [died], fact: fact({ version: 2 }), view: view({ version: 2 }) }),
    ],
    [
      ...['counted', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...[
        'counted-in-views reached 5/20 1000 after tagged',
        'counted-in-facts reached 5/20 2000 after tagged',
      ],
    ],
  ],
  [
    'a replay after its death, under way',
    [accepted({ pending: true, requeuedAt: at(50) }), counted({ letters: [died] })],
    [
      ...['waiting', 'accepted reached', 'dead reached 3/10 2000 after accepted'],
      ...['requeued reached 47000 after dead', 'published waiting', 'tagged waiting'],
      ...['counted-in-views waiting', 'counted-in-facts waiting'],
    ],
  ],
  [
    'a replay that died again',
    [
      accepted({ requeuedAt: at(50), published: { ...published, offset: 30, at: at(51) } }),
      counted({ letters: [letter({ offset: 30, at: at(52) })] }),
    ],
    [
      ...['dead', 'accepted reached', 'requeued reached 49000 after accepted'],
      ...['published reached 3/30 1000 after requeued', 'dead reached 3/30 1000 after published'],
    ],
  ],
  [
    'of an earlier release: its steps without a place, not without a step',
    [
      accepted({ replica: null, published: { partition: null, offset: null, at: null, replica: null } }),
      counted({
        fact: fact({ received: null, taggedAt: null, countedAt: null, taggedBy: null, countedBy: null }),
        view: view({ at: null, replica: null }),
      }),
    ],
    [
      ...['counted', 'accepted reached', 'published reached', 'tagged reached 5/20'],
      ...['counted-in-views reached 5/20', 'counted-in-facts reached 5/20'],
    ],
  ],
  [
    'ingestion is away',
    ['it hangs', full],
    [
      ...['counted', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...[
        'counted-in-views reached 5/20 1000 after tagged',
        'counted-in-facts reached 5/20 2000 after tagged',
      ],
    ],
  ],
  [
    'analytics is away',
    [accepted(), 'it hangs'],
    ['unknown', ...takenOnce, 'tagged unknown', 'counted-in-views unknown', 'counted-in-facts unknown'],
  ],
  [
    'Redis is away',
    [accepted(), counted({ fact: fact(), missing: [{ part: 'views', reason: 'Redis is away' }] })],
    [
      ...['unknown', ...takenOnce, 'tagged reached 5/20 2000 after published'],
      ...['counted-in-views unknown', 'counted-in-facts reached 5/20 2000 after tagged'],
    ],
  ],
  [
    'ingestion does not know what is counted',
    [null, counted({ fact: fact({ acceptedAt: null }), view: view() })],
    [
      ...[
        'counted',
        'accepted unknown',
        'published reached 3/10',
        'tagged reached 5/20 2000 after published',
      ],
      ...[
        'counted-in-views reached 5/20 1000 after tagged',
        'counted-in-facts reached 5/20 2000 after tagged',
      ],
    ],
  ],
])('each step is stated as it is, in order: %s', (_, args, expected) => {
  expect(linesOf(...args)).toEqual(expected);
});

test('a posting that nobody knows has no journey', () => {
  expect(journeyOf(null, counted())).toBeNull();
  expect(journeyOf('away', counted())).toBeNull();
});

test('a waiting step names the version that counts until then, and an unknown one says why', () => {
  const waiting = journeyOf(accepted({ version: 3, pending: true }), full)!.steps;
  expect(waiting.map(({ version }) => version)).toEqual([3, 1, 1, 1, 1]);
  const unknown = journeyOf(accepted(), 'it hangs')!.steps;
  expect(unknown.at(-1)).toMatchObject({ state: 'unknown', detail: 'analytics is away: it hangs' });
  expect(journeyOf(accepted(), counted({ letters: [died] }))!.steps.at(-1)).toMatchObject({
    ...{ step: 'dead', service: 'tagging', detail: 'undecodable: no JSON' },
  });
});

test('a clock that is behind makes a wait of zero, and is named', () => {
  const steps = journeyOf(accepted(), counted({ fact: fact({ taggedAt: at(1.5) }), view: view() }))!.steps;
  expect(steps[2]).toMatchObject({ step: 'tagged', waitedMs: 0, clockBehindMs: 500 });
  expect(steps[3]).not.toHaveProperty('clockBehindMs');
});
