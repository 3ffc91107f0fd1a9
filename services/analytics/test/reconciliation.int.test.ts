import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  deadLetterHeaders,
  eventHeaders,
  receivedDeadLetters,
  versionsCompared,
  type AnalyticsRow,
  type PostingVersion,
} from '@skillstream/contracts';
import { sendWorstJson } from '@skillstream/http/testing';
import { createAppFixture, taggedEvent, type AppFixture, type BeforeStart } from './app-fixture.ts';
import { tagOf, taggedPostingOf } from './tagged-posting.ts';

const posting = (n: number, version = 1) =>
  taggedPostingOf({ postingId: `test.${n}`, version, tags: [tagOf('go')] });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const row = (n: number, change: Partial<PostingVersion> = {}): PostingVersion => ({
  ...{ postingId: `test.${n}`, version: 1, retracted: false, pending: false },
  ...change,
});
const RETRACTED = 7;
const retracted = row(RETRACTED, { version: 2, retracted: true });
const retraction = [taggedEvent(posting(RETRACTED)), taggedEvent(posting(RETRACTED, 2), true)];
const others = upTo(7).map((n) => taggedEvent(posting(n)));

const TOPIC = 2;
/** Deletes all records of a topic, as its cleaner does with old tombstones. */
const forget = async ({ kafka, inKafka }: Pick<BeforeStart, 'kafka' | 'inKafka'>, name: string) => {
  const topic = inKafka(name);
  const client = kafka.admin();
  await client.connect();
  // A broker does not delete records of a topic that is only compacted.
  const configEntries = [
    { name: 'cleanup.policy', value: 'compact,delete' },
    { name: 'retention.ms', value: '-1' },
  ];
  await client.alterConfigs({
    validateOnly: false,
    resources: [{ type: TOPIC, name: topic, configEntries }],
  });
  const ends = await client.fetchTopicOffsets(topic);
  const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
  await client.deleteTopicRecords({ topic, partitions });
  await client.disconnect();
};

const compareIn = async (fixture: AppFixture, request: object) =>
  versionsCompared.parse(await fixture.post('/v1/versions/compare', request));
const all = (rows: PostingVersion[]) => ({ rows, after: null, upTo: null });
const line = async (fixture: AppFixture) => (await fixture.get<AnalyticsRow>('/v1/ledger')).sources;
const live = { test: { counted: 7, deadLettered: 0, versions: 7, deadRetractions: 0 } };

describe('a log whose tombstones were cleaned', () => {
  let fixture: AppFixture;
  afterEach(() => fixture.close());

  test('does not differ from facts and views that processed them, and the markers are counted separately', async () => {
    fixture = await createAppFixture();
    await fixture.publish(fixture.topic, retraction);
    await fixture.caughtUp();
    await forget(fixture, fixture.topic);
    await fixture.publish(fixture.topic, others);
    await fixture.caughtUp();
    expect(await fixture.verify()).toMatchObject({
      ...{ state: 'done', postings: 7, differenceCount: 0, cleanedRetractions: 1 },
    });
    expect(await line(fixture)).toEqual(live);
    const { counts, differences } = await compareIn(fixture, all([...upTo(7).map((n) => row(n)), retracted]));
    expect([counts.retractedWithoutFact, differences]).toEqual([0, []]);
  });

  test('is enough to rebuild everything: the same row of the ledger, no differences', async () => {
    fixture = await createAppFixture(async (things) => {
      // As the cleaner leaves the log: without a record of the posting and its retraction.
      await things.publish(things.topic, others);
    });
    await fixture.caughtUp();
    expect(await line(fixture)).toEqual(live);
    expect(await fixture.verify()).toMatchObject({
      ...{ state: 'done', postings: 7, differenceCount: 0, cleanedRetractions: 0 },
    });
    const { counts, differences } = await compareIn(fixture, all([...upTo(7).map((n) => row(n)), retracted]));
    expect([counts.retractedWithoutFact, differences]).toEqual([1, []]);
  });
});

describe('a page of postings', () => {
  let fixture: AppFixture;
  beforeAll(async () => {
    fixture = await createAppFixture();
    await fixture.publish(fixture.topic, [...others, ...retraction]);
    await fixture.caughtUp();
  });
  afterAll(() => fixture.close());

  test('is compared with the facts of its range, and every posting that differs is named', async () => {
    const rows = [
      row(0),
      row(1, { version: 2 }),
      row(2, { version: 2, retracted: true }),
      row(3, { version: 3, pending: true }),
    ];
    const {
      counts,
      differences,
      upTo: end,
    } = await compareIn(fixture, { rows: [...rows, row(39)], after: null, upTo: 'test.4' });
    expect(counts).toEqual({ postings: 5, pending: 1, deadLettered: 0, retractedWithoutFact: 0 });
    expect(differences.map(({ kind, postingId }) => `${kind} ${postingId}`)).toEqual([
      'behind test.1',
      'behind test.2',
      'missing test.39',
      'too-much test.4',
    ]);
    expect(end).toBe('test.4');
    const rest = await compareIn(fixture, { rows: [row(5), row(6), retracted], after: 'test.4', upTo: null });
    expect(rest).toMatchObject({ differences: [], upTo: null });
  });

  test('of millions of brackets or zeros is refused unread, and costs hardly any memory', async () => {
    const { found, grown } = await sendWorstJson(`${fixture.base}/v1/versions/compare`, 'rows', 4_000_000);
    expect(found).toEqual({ deep: [400], 'deep, gzip': [413], 'deep, br': [415], zeros: [400] });
    expect(grown).toBeLessThan(300_000_000);
    expect((await fetch(`${fixture.base}/healthz`)).status).toBe(200);
  });

  test('as large as two pages of ingestion, with all of its ids, is compared', async () => {
    const expiredAt = '2026-11-30T00:00:00.000Z';
    const rows = upTo(10_000).map((n) => row(n + 1000, { expiredAt, duplicate: true }));
    const postingIds = rows.map(({ postingId }) => postingId);
    const { counts } = await compareIn(fixture, { rows, postingIds });
    expect(counts.postings).toBe(10_000);
  });

  test('that is requested by ids is compared only with their facts', async () => {
    const { differences } = await compareIn(fixture, {
      rows: [row(0)],
      postingIds: ['test.0', 'test.1', 'test.99'],
    });
    expect(differences).toMatchObject([
      { kind: 'too-much', postingId: 'test.1', accepted: null, counted: { version: 1, retracted: false } },
    ]);
  });

  test('does not differ in a posting whose retraction is a dead letter, which the ledger counts as one', async () => {
    const headers = {
      [eventHeaders.type]: 'posting.retracted',
      [eventHeaders.postingSource]: 'test',
      [eventHeaders.postingVersion]: '2',
      // Of an earlier release, whose letters have the keys of the originals.
      [deadLetterHeaders.topic]: 'received',
    };
    await fixture.publish(receivedDeadLetters.name, [{ key: 'test.5', value: null, headers }]);
    await until('the ledger has read it', async () => (await line(fixture))['test']?.deadLettered === 1);
    expect(await line(fixture)).toEqual({
      test: { counted: 6, deadLettered: 1, versions: 6, deadRetractions: 1 },
    });
    const rows = [row(5, { version: 2, retracted: true })];
    const { counts, differences } = await compareIn(fixture, { rows, postingIds: ['test.5'] });
    expect([counts.deadLettered, differences]).toEqual([1, []]);
  });

  test('names at the same version a duplicate that is counted as the job, and the reverse', async () => {
    const duplicate = taggedPostingOf({ postingId: 'test.8', job: 'test.0:1', primary: false });
    await fixture.publish(fixture.topic, [taggedEvent(duplicate)]);
    await fixture.caughtUp();
    const compare = async (rows: PostingVersion[]) =>
      (await compareIn(fixture, { rows, postingIds: rows.map(({ postingId }) => postingId) })).differences;
    const of = (is: boolean) => ({ version: 1, retracted: false, duplicate: is });
    expect(await compare([row(0, { duplicate: true }), row(8, { duplicate: false })])).toEqual([
      { kind: 'behind', postingId: 'test.0', accepted: of(true), counted: of(false) },
      { kind: 'behind', postingId: 'test.8', accepted: of(false), counted: of(true) },
    ]);
    const alike = [row(0, { duplicate: false }), row(8, { duplicate: true })];
    expect(await compare([...alike, row(1)])).toEqual([]);
  });

  test.each([
    ['more postings than a page has', all(upTo(10_001).map((n) => row(n)))],
    ['both a range and ids', { ...all([]), postingIds: ['test.1'] }],
    ['neither', { rows: [] }],
  ])('is refused: %s', async (_what, request) => {
    expect(await fixture.post('/v1/versions/compare', request)).toMatchObject({ status: 400 });
  });
});
