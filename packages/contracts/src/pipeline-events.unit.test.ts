import { expect, test } from '@jest/globals';
import { pipelineEvent, readPipelineEvent, type PipelineEventType } from './pipeline-events.ts';
import { textOfPipelineEvent } from './pipeline-text.ts';

const origin = { id: 'r-1', at: '2026-01-02T03:04:05.678Z', service: 'tagging', replica: 'r' } as const;
const where = { group: 'tagging', topic: 'postings.received.v1', partition: 3 };
const WHERE = 'postings.received.v1/3 of tagging';

const events: Record<PipelineEventType, [fields: object, text: string]> = {
  'partition.acquired': [{ ...where, position: 7 }, `acquired ${WHERE}, goes on at 7`],
  'partition.lost': [where, `lost ${WHERE}`],
  fenced: [{ reason: 'another relay' }, 'was fenced: another relay'],
  'write.refused': [
    { ...where, expected: -1, found: 7 },
    `late write refused ${WHERE}: expected -1, found 7`,
  ],
  'batch.dropped': [
    { ...where, from: 3, to: 5, reason: 'no broker' },
    `dropped 3..5 ${WHERE} and reads again: no broker`,
  ],
  'reading.moved': [{ ...where, from: 3, to: 9 }, `reads ${WHERE} at 9, no longer at 3`],
  'lease.taken': [{ lease: 'relay' }, 'took the lease relay'],
  'lease.lost': [{ lease: 'relay', reason: 'stuck' }, 'lost the lease relay: stuck'],
  retried: [{ failures: 2, reason: 'timeout' }, 'failed 2 times, tries again: timeout'],
  'dead-lettered': [
    { topic: 't', partition: 0, offset: 4, code: 'invalid-input', reason: 'no JSON' },
    'put away t/0 offset 4 as a dead letter (invalid-input): no JSON',
  ],
  'breaker.opened': [{ upstream: 'tagging', reason: '503' }, 'leaves tagging alone: 503'],
  'breaker.closed': [{ upstream: 'tagging' }, 'calls tagging again'],
  'views.rebuilding': [{ partition: 1, position: -1 }, 'rebuilds the views of partition 1 from -1'],
  'views.caught-up': [{ partition: 1, position: 6 }, 'has caught up with the views of partition 1 at 6'],
  'generation.started': [
    { topic: 't', generation: 2, log: 'c/12', reason: 'a new log' },
    'started generation 2 of t: a new log',
  ],
};

test('what failed for the first time failed once', () =>
  expect(textOfPipelineEvent({ type: 'retried', ...origin, failures: 1, reason: 'timeout' })).toBe(
    'failed once, tries again: timeout',
  ));

test('why a record was put away is said once, where the code is all that is known', () => {
  const letter = { type: 'dead-lettered', topic: 't', partition: 0, offset: 4, code: 'undecodable' } as const;
  expect(textOfPipelineEvent({ ...letter, ...origin, reason: 'undecodable' })).toBe(
    'put away t/0 offset 4 as a dead letter (undecodable)',
  );
});

test.each(Object.entries(events))('%s is read back whole, and says what happened', (type, [fields, text]) => {
  const event = { type, ...origin, ...fields };
  const read = readPipelineEvent(JSON.parse(JSON.stringify(event)));
  expect(read).toEqual(event);
  expect(pipelineEvent.safeParse(event).success).toBe(true);
  expect(textOfPipelineEvent(read!)).toBe(text);
});

test('a type that a later release has added is read with all its fields; what is no event is not', () => {
  const later = { type: 'flag.turned', ...origin, flag: 'slow', on: true };
  expect(readPipelineEvent(later)).toEqual(later);
  expect(textOfPipelineEvent(readPipelineEvent(later)!)).toBe('flag.turned');
  for (const no of [null, 'x', {}, { type: 'fenced' }, { ...later, at: 'today' }])
    expect(readPipelineEvent(no)).toBeNull();
});
