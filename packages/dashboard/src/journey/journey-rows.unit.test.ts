import { describe, expect, test } from '@jest/globals';
import type { JourneyStep } from '@skillstream/contracts';
import { millisecondsText } from '../format/durations.ts';
import { journeyRows, journeyText } from './journey-rows.ts';

const step = (given: Partial<JourneyStep> & Pick<JourneyStep, 'step'>): JourneyStep => ({
  ...{ state: 'reached', service: 'ingestion', replica: null, version: 1, at: null },
  ...{ topic: null, partition: null, offset: null, after: null, waitedMs: null },
  ...given,
});
const at = (ms: number) => new Date(1_700_000_000_000 + ms).toISOString();
const accepted = step({ step: 'accepted', at: at(0), replica: 'ingestion-1' });
const published = step({
  ...{ step: 'published', at: at(40), after: 'accepted', waitedMs: 40 },
  ...{ topic: 'postings.received.v1', partition: 3, offset: 17 },
});
const waiting = (name: JourneyStep['step']) => step({ step: name, state: 'waiting', version: null });

describe('a step is shown', () => {
  const row = (given: JourneyStep) => journeyRows({ retracted: false, steps: [given] })[0]!;

  test('with its time, wait, replica and record where it is done', () => {
    expect(row(published)).toEqual({
      ...{ step: 'published', sign: '✓', state: 'done', at: at(40), wait: millisecondsText(40), replica: '' },
      ...{ after: 'accepted', record: 'postings.received.v1/3/17', remark: '' },
    });
    expect(row(accepted)).toMatchObject({ wait: '', after: '', record: '', replica: 'ingestion-1' });
  });

  test('as not yet, with nothing that it does not have, and the version that counts until then', () =>
    expect(row({ ...published, state: 'waiting', version: 2, at: null })).toEqual({
      ...{ step: 'published', sign: '…', state: 'not yet', at: null, wait: '', after: '', replica: '' },
      ...{ record: '' },
      remark: 'version 2 until then',
    }));

  test('as not known, with the reason', () =>
    expect(row(step({ step: 'tagged', state: 'unknown', detail: 'analytics is away' }))).toMatchObject({
      ...{ sign: '?', state: 'not known', remark: 'analytics is away' },
    }));

  test('with a dash for what is not stored any more, and a word on clocks that differ', () =>
    expect(
      row(step({ ...published, step: 'tagged', offset: null, waitedMs: null, clockBehindMs: 5 })),
    ).toMatchObject({
      wait: '–',
      record: 'postings.received.v1 –',
      remark: expect.stringContaining('clock'),
    }));

  test('as the end where it is a dead letter, and by its own name where this release does not know it', () => {
    expect(row(step({ step: 'dead', detail: 'too-large' }))).toMatchObject({
      ...{ step: 'dead letter', sign: '✕', state: 'ended here', remark: 'too-large' },
    });
    expect(row(step({ step: 'later' as JourneyStep['step'] })).step).toBe('later');
  });
});

const counted = [
  ...[accepted, published, step({ step: 'tagged' })],
  ...[step({ step: 'counted-in-views', at: at(900) }), step({ step: 'counted-in-facts', at: at(700) })],
];

describe('a journey says', () => {
  test.each([
    ['waiting', [accepted, waiting('published'), waiting('tagged')], 'On its way; next: published …'],
    ['counted', counted, `Counted, in views and facts: ${millisecondsText(900)} after it was accepted.`],
    ['counted', [step({ step: 'accepted' })], 'Counted, in views and facts.'],
    [
      'dead',
      [accepted, step({ step: 'dead' })],
      'A dead letter: it could not be processed, and is not counted.',
    ],
    ['unknown', [accepted], 'How far it is is not known to its end.'],
  ] as const)('%s', (outcome, steps, text) =>
    expect(journeyText({ outcome, retracted: false, steps: [...steps] })).toBe(text),
  );
});

describe('a journey of a retraction says', () => {
  test.each([
    [
      'waiting',
      [accepted, published, waiting('counted-in-views')],
      'Retracted, on its way out of the counts; next: taken out of views …',
    ],
    [
      'counted',
      counted,
      `Retracted, and taken out of the counts, in views and facts: ${millisecondsText(900)} after that was accepted.`,
    ],
    ['counted', [step({ step: 'accepted' })], 'Retracted, and taken out of the counts, in views and facts.'],
    [
      'dead',
      [accepted, step({ step: 'dead' })],
      'Its retraction is a dead letter: it could not be processed, and may still be counted.',
    ],
    ['unknown', [accepted], 'Retracted; how far it is is not known to its end.'],
  ] as const)('%s', (outcome, steps, text) =>
    expect(journeyText({ outcome, retracted: true, steps: [...steps] })).toBe(text),
  );

  test('what each step did', () =>
    expect(journeyRows({ retracted: true, steps: counted }).map(({ step: name }) => name)).toEqual([
      ...['retraction accepted', 'published', 'tagged', 'taken out of views', 'taken out of facts'],
    ]));
});
