import { expect, test } from '@jest/globals';
import { generatorSummary, isKept, lagLine } from './generator-text.ts';
import { addResult, createSendCounts } from './send-counts.ts';

test('a summary has the asked and the achieved rate, what became of each posting, and latencies', () => {
  const counts = createSendCounts();
  for (let n = 0; n < 98; n += 1) addResult(counts, { status: 'accepted' }, 10);
  addResult(counts, { status: 'unchanged' }, 1500);
  addResult(counts, { status: 'rejected' }, -3);
  expect(generatorSummary(counts, 10, 10_000)).toBe(
    [
      '100 postings due in 10 s: 10/s asked for, 10.0/s answered',
      'accepted 98 · unchanged 1 · rejected 1 · without a result 0 · not sent 0',
      'from when one is due to its result: half within 10 ms, 90 % within 10 ms, 99 % within 10 ms, the longest 1,500 ms',
    ].join('\n'),
  );
  expect([isKept(counts), lagLine(counts, 10, 0)]).toEqual([true, null]);
});

test('what was not sent or has no result is said, with the reason, and that the rate was not kept', () => {
  const counts = createSendCounts();
  addResult(counts, { status: 'accepted' }, 10);
  Object.assign(counts, { notSent: 2, unanswered: 1, reason: 'ECONNREFUSED\n' });
  const text = generatorSummary(counts, 2, 2000);
  expect(text).toContain('4 postings due in 2 s: 2/s asked for, 0.5/s answered');
  expect(text).toContain('the rate was not kept\nwhy: ECONNREFUSED\\u{a}');
  expect(lagLine(counts, 3000, 0)).toBe(
    'cannot keep the rate: this machine is 3 s behind the schedule, 2 postings not sent, 1 posting without a result (ECONNREFUSED\\u{a})',
  );
});

test('where nothing was answered there is no latency, and not a latency of nothing', () => {
  expect(generatorSummary(createSendCounts(), 1, 0)).toContain(
    'half within –, 90 % within –, 99 % within –, the longest –',
  );
});
