import { expect, test } from '@jest/globals';
import { createLagNotes } from './lag-notes.ts';
import { createSendCounts } from './send-counts.ts';

test('a rate that is not kept is noted while that goes on, at most every ten seconds, and once that it is over', () => {
  const notes: string[] = [];
  let clockMs = 0;
  const look = createLagNotes(
    (line) => notes.push(line),
    () => clockMs,
  );
  const counts = createSendCounts();
  const after = (ms: number, lateMs = 0) => {
    clockMs += ms;
    look(counts, lateMs);
    return notes.splice(0);
  };
  expect(after(0)).toEqual([]);
  counts.notSent = 2;
  expect(after(50)).toEqual(['cannot keep the rate: 2 postings not sent']);
  counts.notSent = 5;
  expect(after(9_000)).toEqual([]);
  expect(after(1_000)).toEqual(['cannot keep the rate: 5 postings not sent']);
  expect(after(10_000)).toEqual(['the rate is kept again']);
  expect(after(60_000)).toEqual([]);
  expect(after(50, 3_000)).toEqual([
    'cannot keep the rate: this machine is 3 s behind the schedule, 5 postings not sent',
  ]);
  expect(after(10_000)).toEqual(['the rate is kept again']);
  counts.unanswered = 1;
  expect(after(10_000)).toEqual(['cannot keep the rate: 5 postings not sent, 1 posting without a result']);
});
