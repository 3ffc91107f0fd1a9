import { expect, test } from '@jest/globals';
import type { Journey, JourneyStep } from '@skillstream/contracts';
import { journeyText, waited } from './journey-text.ts';

const at = (ms: number) => new Date(ms).toISOString();
const step = (more: Partial<JourneyStep> & Pick<JourneyStep, 'step'>): JourneyStep => ({
  ...{ state: 'reached', service: 'ingestion', replica: null, version: 1, at: null, topic: null },
  ...{ partition: null, offset: null, after: null, waitedMs: null },
  ...more,
});
const journeyWith = (more: Partial<Journey>): Journey => ({
  ...{ postingId: 'a.1', source: 'a', version: 1, retracted: false, outcome: 'waiting', readAt: at(0) },
  traceId: null,
  steps: [],
  ...more,
});

test('each step is a line: time, wait as number and bar, replica, and record', () => {
  const steps = [
    step({ step: 'accepted', at: at(0), replica: 'ingestion-1' }),
    step({
      ...{ step: 'published', at: at(1500), after: 'accepted', waitedMs: 1500, replica: 'ingestion-2' },
      ...{ topic: 'postings.received.v1', partition: 3, offset: 7 },
    }),
    step({ step: 'tagged', state: 'waiting', after: 'published', version: null }),
  ];
  const text = journeyText(journeyWith({ steps }));
  expect(text).toContain('a.1 of a, version 1: on its way, 1 step to go');
  expect(text).toMatch(
    /published │ 1970-01-01T00:00:01.500Z │ 1\.5 s │ █+ │ ingestion-2 │ postings\.received\.v1\/3\/7/,
  );
  expect(text).toMatch(/tagged +│ +│ waits/);
});

test('what waits, what is not known, a clock that is behind and what is away are said, each with its reason', () => {
  const steps = [
    step({ step: 'tagged', at: at(0), after: 'published', waitedMs: 0, clockBehindMs: 40 }),
    step({ step: 'counted-in-views', state: 'waiting', version: 2 }),
    step({ step: 'counted-in-facts', state: 'unknown', detail: 'MongoDB is\u001b[2J away' }),
  ];
  const away = [{ part: 'analytics', reason: 'facts: MongoDB is away', ageSeconds: null }];
  const text = journeyText(journeyWith({ steps, away, retracted: true, outcome: 'unknown' }));
  for (const line of [
    'version 1, retracted: not known to its end',
    'tagged: its clock is 40 ms behind that of “published”',
    'taken out of views: version 2 until then',
    'taken out of facts: MongoDB is\\u{1b}[2J away',
    'analytics is away: facts: MongoDB is away',
  ])
    expect(text).toContain(line);
});

const ended = [
  step({ step: 'accepted', at: at(0) }),
  step({ step: 'counted-in-views', at: at(1) }),
  step({ step: 'counted-in-facts', at: at(1) }),
];

test.each([
  [false, 'version 2: counted', ['accepted', 'counted in views', 'counted in facts']],
  [
    true,
    'version 2, retracted: taken out of the counts',
    ['retraction accepted', 'taken out of views', 'taken out of facts'],
  ],
])('what became of a posting is said as on the page (retracted: %s)', (retracted, title, names) => {
  const text = journeyText(journeyWith({ version: 2, outcome: 'counted', retracted, steps: ended }));
  expect(text.split('\n')[0]).toBe(`a.1 of a, ${title}`);
  expect([...text.matchAll(/^│ (.+?) +│ 1970/gm)].map(([, name]) => name)).toEqual(names);
});

test('a retraction that waits or is a dead letter is not said to be a posting that counts', () => {
  const titleOf = (outcome: Journey['outcome']) =>
    journeyText(journeyWith({ outcome, retracted: true })).split('\n')[0];
  expect(titleOf('waiting')).toContain('retracted: on its way out of the counts');
  expect(titleOf('dead')).toContain('retracted: its retraction is a dead letter');
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1500, '1.5 s'],
  [90_000, '1.5 min'],
  [9_000_000, '2.5 h'],
])('a wait of %s ms is written as %s', (ms, text) => {
  expect(waited(ms)).toBe(text);
});

test('of an expired posting it says since when its text is gone', () => {
  const text = journeyText(journeyWith({ outcome: 'counted', expiredAt: '2026-11-30T00:00:00.000Z' }));
  expect(text).toContain('expired on 2026-11-30: its text is gone, and it goes on counting');
});
