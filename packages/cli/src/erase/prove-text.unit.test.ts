import { expect, test } from '@jest/globals';
import type { Finding, Looked } from './finding.ts';
import { foundOf } from './found.ts';
import { isOverdue, isProved, isUnknown, proveText } from './prove-text.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const looked = (findings: Iterable<Finding>, complete = true): Looked[] => [
  { store: 'Redis', place: 'all keys', ...foundOf(findings), complete },
];
const id: Finding = { place: '{3}:v1:state', what: 'id', until: 'kept' };
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
  ['a posting that is live', looked([text('live')]), false, 'acme.1 is live: nothing has erased it'],
  ['what goes while it is live', looked([text('live'), text(at(3))]), false, 'acme.1 is live'],
  ['not all of it', looked([id], false), false, 'not all was looked at: Redis, all keys (time was up)'],
])('with %s the proof says so', (_what, all, overdue, said) => {
  expect(isOverdue(all)).toBe(overdue);
  expect(proveText('acme.1', all)).toContain(said);
});

test('of a posting that is live nothing is proved, and nothing is said to be due to go', () => {
  const all = looked([text('live'), text('overdue')]);
  expect(isProved(all)).toBe(false);
  expect(proveText('acme.1', all)).not.toContain('should be gone');
});

test.each([
  ['nothing', [], true],
  ['words alone, which may be of another posting', [{ ...text('unbounded'), byWords: true } as const], true],
  ['its id', [id], false],
])('where %s was found, it says whether the id is known at all', (_what, findings, isNew) => {
  expect(isUnknown(looked(findings))).toBe(isNew);
  expect(proveText('acme.1', looked(findings)).includes('acme.1 is unknown')).toBe(isNew);
});

test('a place that was not looked at is not counted, says why, and proves nothing', () => {
  const reason = 'cannot be read: kafka (EACCES)';
  const files: Looked = { store: 'files', place: '/data', ...foundOf([]), complete: false, reason };
  const said = proveText('acme.1', [...looked([id]), files]);
  expect(said).toContain('looked at all of 1 place, each');
  expect(said).toContain('not all was looked at: files, /data (cannot be read: kafka (EACCES))');
  expect([isProved(looked([id])), isProved([...looked([id]), files])]).toEqual([true, false]);
});

test('while MongoDB is away no id is called unknown', () => {
  const [mongo] = looked([], false) as [Looked];
  expect(proveText('acme.1', [{ ...mongo, store: 'MongoDB' }])).not.toContain('is unknown');
  expect(isProved([{ ...mongo, store: 'MongoDB' }])).toBe(false);
});

test('each place has a row: what was found in it, how often and when it goes, or that it was not searched', () => {
  const away: Looked = {
    ...{ store: 'Kafka', place: 'all of it', ...foundOf([]), complete: false },
    reason: 'not searched: connect ECONNREFUSED 127.0.0.1:1',
  };
  const mongo: Looked = { store: 'MongoDB', place: 'a.signatures', ...foundOf([]), complete: true };
  const cells = proveText('acme.1', [...looked([id, id, text(at(3))]), mongo, away])
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('│')
        .map((cell) => cell.trim()),
    );
  expect(cells).toEqual([
    ['store', 'where', 'what', 'found', 'when it goes'],
    ['Redis', '{3}:v1:state', 'id', '2', 'stays: it is counted by its id'],
    ['Redis', 'log/0/1', 'text', '1', 'until 2026-01-03T00:00:00.000Z'],
    ['MongoDB', 'a.signatures', 'nothing', '0', ''],
    ['Kafka', 'all of it', 'not all searched', '', 'not searched: connect ECONNREFUSED 127.0.0.1:1'],
  ]);
});

test('of 200,000 findings the first of each kind are named, all are counted, and the last one decides as well', () => {
  function* many(): Generator<Finding> {
    for (let i = 0; i < 200_000; i += 1) yield { place: `log/0/${i}`, what: 'text', until: at(2 + (i % 9)) };
    for (let i = 0; i < 200_000; i += 1) yield { place: `key ${i}`, what: 'id', until: 'kept' };
    yield text('overdue');
  }
  const [found] = looked(many()) as [Looked];
  expect(found.findings).toHaveLength(41);
  expect(found).toMatchObject({ count: 400_001, others: { text: 199_980, id: 199_980 }, overdue: true });
  expect(found.goneBy).toBe('unbounded');
  const said = proveText('acme.1', [found]);
  expect(said).toContain('199,980');
  expect(said).toContain('text of acme.1 is where it should be gone');
});
