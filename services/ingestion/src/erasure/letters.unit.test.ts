import { expect, test } from '@jest/globals';
import type { LogRecord, OutgoingRecord } from '@skillstream/messaging';
import { candidateOf, createLetters, isDoomed, type Candidate } from './letters.ts';
import { comparedTexts } from './matches.ts';
import { newRun } from './run.ts';

const record = (headers: Record<string, string>, value: string | null, key = 't/0/7') => ({
  ...{ topic: 't.dlq', partition: 1, offset: 3, key, headers },
  value: value === null ? null : Buffer.from(value),
});
const dlq = { dlq_topic: 't', dlq_partition: '0', dlq_offset: '7', dlq_key: 'acme.1' };
const acme = { ...dlq, ce_postingsource: 'acme' };
const of = { identity: 't/0/7', postingId: 'acme.1', isKeyed: true };

test.each([
  ['all of a source', record(acme, 'no JSON'), null, { ...of, ofSource: true, chosen: true }],
  ['of another source', record({ ...acme, ce_postingsource: 'other' }, '{}'), null, null],
  ['which does not say of what', record(dlq, '{}'), null, { ...of, ofSource: false, chosen: true }],
  ['with the text', record(acme, 'x Jane "J" Doe'), 'jane "j"', { ...of, ofSource: true, chosen: true }],
  [
    'with the text, as JSON writes it',
    record(acme, JSON.stringify({ a: ['Jane "J" Doe'] })),
    'jane "j"',
    { ...of, ofSource: true, chosen: true },
  ],
  ['without the text', record(acme, '{}'), 'jane', { ...of, ofSource: true, chosen: false }],
  [
    'of an earlier release',
    record(acme, '{}', 'acme.1'),
    null,
    { ...of, ofSource: true, chosen: true, isKeyed: false },
  ],
  ['that was taken away', record({}, null), null, { gone: 't/0/7' }],
])('a letter %s', (_what, letter, text, candidate) => {
  expect(candidateOf(letter, 'acme', text === null ? null : comparedTexts([text]))).toEqual(candidate);
});

const known = new Map([
  ['acme.1', { source: 'acme', erased: false }],
  ['acme.2', { source: 'acme', erased: true }],
  ['other.1', { source: 'other', erased: true }],
]);
const candidate = (postingId: string | null, ofSource: boolean, chosen: boolean): Candidate => ({
  ...{ identity: 't/0/7', postingId, ofSource, chosen, isKeyed: true },
});
test.each([
  ['of the source, chosen', candidate(null, true, true), true],
  ['of the source, not chosen, of a posting that stays', candidate('acme.1', true, false), false],
  ['of the source, not chosen, of an erased posting', candidate('acme.2', true, false), true],
  ['of nobody, whose posting is of the source', candidate('acme.1', false, true), true],
  ['of nobody, whose posting is of another source', candidate('other.1', false, true), false],
  ['of nobody, of a posting that is unknown', candidate('bad', false, true), false],
])('a letter %s: goes %s', (_what, one, goes) => {
  expect(isDoomed(one, { source: 'acme', known })).toBe(goes);
});

type Stored = Parameters<typeof candidateOf>[0];
/** Two topics in memory, whose publisher dies at its n-th call. */
const lettersIn = (logs: Record<string, Stored[]>, diesAt: number) => {
  let calls = 0;
  return createLetters({
    topics: Object.keys(logs),
    read: async (topic, onRecords) => onRecords(logs[topic] as LogRecord[]),
    sourcesOf: async () => known,
    publish: async (topic, records) => {
      if ((calls += 1) === diesAt) throw new Error('dead');
      const headersOf = ({ headers }: OutgoingRecord) => headers as Record<string, string>;
      logs[topic]!.push(
        ...records.map((one) => ({ ...record(headersOf(one), null, String(one.key)), topic })),
      );
    },
  });
};
const runOf = (source: string, runId: string) =>
  newRun(source, { runId, chosen: null, total: 0, now: new Date() });

test('letters are counted once each, keyed or not, whatever crashes between two topics', async () => {
  const keyed = (offset: number) => record({ ...acme, dlq_offset: String(offset) }, '{}', `t/0/${offset}`);
  const logs = {
    one: [keyed(1), record({ ...acme, dlq_offset: '2' }, '{}', 'acme.1'), keyed(3)],
    two: [keyed(4), record({ ...acme, ce_postingsource: 'other', dlq_offset: '5' }, '{}', 't/0/5')],
  };
  const run = runOf('acme', 'run');
  const dying = lettersIn(logs, 2);
  const [found] = await dying.findLetters([run]);
  await expect(dying.eraseLetters(run, found!)).rejects.toThrow('dead');
  // A compaction takes the first letter, and leaves its tombstone.
  logs.one.shift();

  const next = lettersIn(logs, -1);
  const [again, other] = await next.findLetters([run, runOf('other', 'other run')]);
  expect(await next.eraseLetters(run, again!)).toEqual({ letters: 4, unmigrated: 1 });
  expect(await next.eraseLetters(runOf('other', 'other run'), other!)).toEqual({ letters: 1, unmigrated: 0 });
  const later = runOf('acme', 'later');
  const [nothing] = await next.findLetters([later]);
  expect(await next.eraseLetters(later, nothing!)).toEqual({ letters: 0, unmigrated: 0 });
});
