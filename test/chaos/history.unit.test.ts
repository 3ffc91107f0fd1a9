import { expect, test } from '@jest/globals';
import type { LogEntry } from '../platform/read-log.ts';
import { checkHistory, type Accepted, type History, type Reading } from './history.ts';

const accepted = (postingId: string, version = 1, retracted = false): Accepted => ({
  postingId,
  version,
  retracted,
});
/** Each record in a transaction of its own, but for those that are said to stand in the one before. */
const log = (...events: [postingId: string, version: number, sameTransaction?: 'same'][]): LogEntry[] => {
  let offset = -2;
  return events.map(([postingId, version, same]) => {
    offset += same ? 1 : 2;
    return { partition: 0, offset, eventId: `${postingId}:${version}`, postingId, version, retracted: false };
  });
};
const reading = (population: number, more: Partial<Reading> = {}): Reading => ({
  ...{ slice: 'fixed', population, largestCount: population, least: 3, most: 3, from: 'views', ...more },
});
const kinds = (history: Partial<History>) =>
  checkHistory({ accepted: [], received: [], tagged: [], readings: [], ...history }).map(({ kind }) => kind);
const both = (entries: LogEntry[]) => ({ received: entries, tagged: entries });

test('a run in which everything is as it must be has no finding', () => {
  const history = {
    accepted: [accepted('a'), accepted('a', 2), accepted('b'), accepted('b', 2, true)],
    // Version 1 of b was overtaken before it was published; version 2 of a was published again by the next relay.
    ...both(log(['a', 1], ['a', 2], ['b', 2], ['a', 2])),
    readings: [reading(3), reading(3), reading(1, { slice: 'growing', least: 0, most: 9 })],
  };
  expect(kinds(history)).toEqual([]);
});

test('an accepted version that is in neither log is lost in both', () => {
  expect(kinds({ accepted: [accepted('a'), accepted('b')], ...both(log(['a', 1])) })).toEqual([
    'lost',
    'lost',
  ]);
});

test('the newest version is lost when only an older one is in the log', () => {
  const history = { accepted: [accepted('a'), accepted('a', 2)], ...both(log(['a', 1])) };
  expect(kinds(history)).toEqual(['lost', 'lost']);
});

test('a version that linking overtook before it was published is not lost', () => {
  expect(kinds({ accepted: [accepted('a', 2)], ...both(log(['a', 1], ['a', 3])) })).toEqual([]);
});

test('a posting that was published and never tagged is lost', () => {
  expect(kinds({ accepted: [accepted('a')], received: log(['a', 1]) })).toContain('lost');
});

test('a record twice in one transaction is twice', () => {
  const history = { accepted: [accepted('a')], ...both(log(['a', 1], ['a', 1, 'same'])) };
  expect(kinds(history)).toEqual(['twice']);
});

test('a version that was published once and tagged twice is twice', () => {
  const history = { accepted: [accepted('a')], received: log(['a', 1]), tagged: log(['a', 1], ['a', 1]) };
  expect(kinds(history)).toEqual(['twice']);
});

test('what a later transaction repeated may be tagged in one', () => {
  const [received, tagged] = [log(['a', 1], ['a', 1]), log(['a', 1], ['a', 1, 'same'])];
  expect(kinds({ accepted: [accepted('a')], received, tagged })).toEqual([]);
});

test('an old version behind a newer one is reordered, also when it stands in one of the logs alone', () => {
  const postings = [accepted('a'), accepted('a', 2)];
  const [right, wrong] = [log(['a', 1], ['a', 2]), log(['a', 2], ['a', 1])];
  expect(kinds({ accepted: postings, ...both(wrong) })).toContain('reordered');
  expect(kinds({ accepted: postings, received: right, tagged: wrong })).toContain('reordered');
});

test('a fixed slice that is read with less than before went back', () => {
  expect(kinds({ readings: [reading(3), reading(2)] })).toEqual(['count went back']);
});

test('a fixed slice that is read with less than it has, from the first time on, has lost something', () => {
  expect(kinds({ readings: [reading(2), reading(2)] })).toEqual(['lost', 'lost']);
});

test('a slice that is read with more than was ever put into it counts twice', () => {
  expect(kinds({ readings: [reading(4)] })).toEqual(['twice']);
  expect(kinds({ readings: [reading(10, { least: 0, most: 9 })] })).toEqual(['twice']);
});

test('a skill with more postings than there are has a share above 1', () => {
  expect(kinds({ readings: [reading(3, { largestCount: 4 })] })).toEqual(['share above 1']);
});
