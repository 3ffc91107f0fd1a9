import { expect, test } from '@jest/globals';
import type { Finding, Looked } from './finding.ts';
import { isOverdue, isUnknown, proveText } from './prove-text.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const looked = (findings: Finding[], complete = true): Looked[] => [{ place: 'Redis', findings, complete }];
const id: Finding = { place: 'Redis, {3}:v1:state', what: 'id', until: 'kept' };
const text = (until: Finding['until']): Finding => ({ place: 'log/0/1', what: 'text', until });

test.each([
  ['its id alone', looked([id]), false, 'no text of acme.1 was found'],
  [
    'text that is on its way out',
    looked([text(at(3)), text(at(5))]),
    false,
    'by 2026-01-05T00:00:00.000Z at the latest',
  ],
  ['text that goes some time', looked([text(at(3)), text('unbounded')]), false, 'no latest time is set'],
  ['text that should be gone', looked([text(at(3)), text('overdue')]), true, 'where it should be gone'],
  ['not all of it', looked([id], false), false, 'not all was looked at: Redis (time was up)'],
])('with %s the proof says so', (_what, all, overdue, said) => {
  expect(isOverdue(all)).toBe(overdue);
  expect(proveText('acme.1', all)).toContain(said);
});

test.each([
  ['nothing', [], true],
  ['words alone, which may be of another posting', [{ ...text('unbounded'), byWords: true } as const], true],
  ['its id', [id], false],
])('where %s was found, it says whether the id is known at all', (_what, findings, isNew) => {
  expect(isUnknown(looked(findings))).toBe(isNew);
  expect(proveText('acme.1', looked(findings)).includes('acme.1 is unknown')).toBe(isNew);
});

test('a place that was not looked at is not counted, and says why', () => {
  const files = { place: 'files', findings: [], complete: false, reason: 'cannot be read: kafka (EACCES)' };
  const said = proveText('acme.1', [...looked([id]), files]);
  expect(said).toContain('looked at all of 1 place\n');
  expect(said).toContain('not all was looked at: files (cannot be read: kafka (EACCES))');
});
