import { describe, expect, test } from '@jest/globals';
import type { Ledger, PlatformStatus } from '@skillstream/contracts';
import { unreadyLines, statusCode, statusText, unreadySummary } from './status-text.ts';
import { ledgerTable } from './tables.ts';

const ready = { ready: true, checks: {} };
const consumer = {
  group: 'tagging',
  topic: 't',
  lag: 1234,
  caughtUp: false,
  partitions: [{ partition: 0, next: 0, end: 1234, lag: 1234 }],
};
const well: PlatformStatus = { services: { gateway: ready, tagging: ready }, consumers: [consumer] };
const reason = 'nobody listens there (ECONNREFUSED)';
const away: PlatformStatus = {
  services: { gateway: ready, tagging: { unreachable: reason }, analytics: { unreachable: reason } },
  consumers: [{ ...consumer, ageSeconds: 83 }],
  away: [
    { part: 'tagging', reason, ageSeconds: 83 },
    { part: 'analytics', reason, ageSeconds: null },
  ],
};
const waiting: PlatformStatus = {
  services: { tagging: { ready: false, checks: { kafka: { ok: false, detail: 'no answer' } } } },
  consumers: [],
};
const total = { source: 'total', accepted: 9, pending: 0, inFlight: 0, counted: 9, deadLettered: 0 };
const ledgerOf = (change: Partial<Ledger>): Ledger => ({
  ...{ rows: [total], total, idle: true, balanced: true },
  ...change,
});

test('an unavailable service is shown with its last report and its age, and the rest with the reason', () => {
  const text = statusText(away);
  expect(text).toContain(`away: ${reason}; last heard of 1 min 23 s ago`);
  expect(text).toContain(`away: ${reason}; never heard of`);
  expect(text).toMatch(/tagging +│ t +│ 1,234 │ not known │ 1 min 23 s ago/);
  expect(text).toContain(`the consumers of tagging are as they were 1 min 23 s ago: ${reason}`);
  expect(text).toContain(`of the consumers of analytics nothing is known: ${reason}`);
});

test('what is available is shown without an age', () => {
  expect(statusText(well)).toMatch(/tagging +│ t +│ 1,234 │ no +│ now/);
});

test('a ledger with an unavailable service says whose numbers are old, and makes no claim', () => {
  const text = ledgerTable(ledgerOf({ idle: false, balanced: false, away: away.away!.slice(0, 1) }));
  expect(text).toContain(
    `ledger: nothing can be claimed: tagging is away (${reason}), its numbers are 1 min 23 s old\n`,
  );
});

test('while postings wait to be linked the ledger balances, and says that the jobs are not final', () => {
  const text = ledgerTable(ledgerOf({ linking: { waiting: 2 } }));
  expect(text).toMatch(/^ledger: balanced\n/);
  expect(text).toMatch(/\n2 postings are still to be compared: the number of jobs is not final$/);
  expect(ledgerTable(ledgerOf({}))).not.toContain('compared');
});

describe('status ends with', () => {
  test.each<[string, number, PlatformStatus, Ledger | null]>([
    ['all there and balanced', 0, well, ledgerOf({})],
    ['postings moving', 0, well, ledgerOf({ idle: false, balanced: false })],
    ['an unavailable service', 3, away, ledgerOf({ idle: false, balanced: false })],
    ['a part that waits', 3, waiting, ledgerOf({})],
    ['no ledger', 3, well, null],
    ['a ledger of which a part was away', 3, well, ledgerOf({ idle: false, away: away.away! })],
    ['nothing moving and not balanced', 4, well, ledgerOf({ balanced: false })],
  ])('%s: %i', (_, code, status, ledger) => expect(statusCode(status, ledger)).toBe(code));
});

test('of a group that reads no partition no lag is claimed', () => {
  const idle = { group: 'tagging', topic: 't', partitions: [], lag: 0, caughtUp: false };
  expect(statusText({ ...well, consumers: [idle] })).toMatch(
    /tagging +│ t +│ +– │ not known │ now +│ +0 │ –/,
  );
});

test('where nothing is counted because a service waits, the ledger says which and for what', () => {
  const moving = ledgerOf({ idle: false, balanced: false });
  expect(ledgerTable(moving, unreadySummary(well))).toContain('ledger: postings are moving\n');
  expect(ledgerTable(moving, unreadySummary(waiting))).toContain(
    'ledger: counting waits: tagging waits for kafka (no answer)\n',
  );
});

test('every service that is unavailable or waits is named with its reason, and none where all are ready', () => {
  expect(unreadySummary(well)).toBeNull();
  const services = { ...away.services, ingestion: { ready: false, checks: { mongo: { ok: false } } } };
  expect(unreadySummary({ services })).toBe(
    `tagging is away: ${reason}; analytics is away: ${reason}; ingestion waits for mongo`,
  );
});

describe('a result names the unavailable services, and says only what it may really lack', () => {
  const fresh = { model: 'views', isStale: false } as const;
  const open = (part: string, check: string): PlatformStatus => ({
    services: { [part]: { ready: false, checks: { [check]: { ok: false } } } },
    consumers: [],
  });
  test.each([
    ['everything is available', well, fresh, []],
    ['there is no result', waiting, null, ['tagging waits for kafka (no answer)']],
    [
      'services are unavailable',
      away,
      fresh,
      [
        `tagging is away: ${reason}; last heard of 1 min 23 s ago. What was accepted and is not tagged yet is not in this answer`,
        `analytics is away: ${reason}; never heard of. What came since may not be in this answer`,
      ],
    ],
    [
      'ingestion takes postings without Kafka (ADR 0005)',
      open('ingestion', 'kafka'),
      fresh,
      ['ingestion waits for kafka. What it takes meanwhile waits to be published, and is not in this answer'],
    ],
    [
      'and none without MongoDB',
      open('ingestion', 'mongo'),
      fresh,
      ['ingestion waits for mongo. Nothing new is taken meanwhile'],
    ],
    [
      'the facts hold everything without Redis',
      open('analytics', 'redis'),
      { model: 'facts', isStale: false } as const,
      ['analytics waits for redis. This answer is from the facts'],
    ],
    ['and so may the views', open('analytics', 'mongo'), fresh, ['analytics waits for mongo']],
    [
      'an old answer does not',
      open('analytics', 'mongo'),
      { ...fresh, isStale: true },
      ['analytics waits for mongo. What came since may not be in this answer'],
    ],
  ])('%s', (_, status, answered, lines) => expect(unreadyLines(status, answered)).toEqual(lines));
});
