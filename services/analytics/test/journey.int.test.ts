import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  countedTrail,
  eventHeaders,
  postingsReceived,
  receivedDeadLetters,
  type TaggedPosting,
} from '@skillstream/contracts';
import { deadLetterOf } from '@skillstream/messaging';
import { replicaName } from '@skillstream/runtime';
import { createAppFixture, taggedEvent, type AppFixture } from './app-fixture.ts';
import { taggedPostingOf } from './tagged-posting.ts';

let fixture: AppFixture;
beforeAll(async () => {
  fixture = await createAppFixture();
});
afterAll(() => fixture.close());

const RECEIVED_AT = '2025-12-01T00:00:01.000Z';
const trail = async (id: string) => countedTrail.parse(await fixture.get(`/v1/postings/${id}/trail`));

/** An event as tagging writes it, with the place of the record that it was made of. */
const withPlace = (posting: TaggedPosting, offset: number, retracted = false) => {
  const event = taggedEvent(posting, retracted);
  const place = {
    ...{ [eventHeaders.replica]: 'tagging-1', [eventHeaders.receivedReplica]: 'ingestion-1' },
    ...{ [eventHeaders.receivedPartition]: '1', [eventHeaders.receivedOffset]: String(offset) },
    [eventHeaders.receivedTime]: RECEIVED_AT,
  };
  return { ...event, headers: { ...event.headers, ...place } };
};
const offsetOf = async (id: string) => {
  const found = await fixture.mongo.collection<{ _id: string }>('facts_1').findOne({ _id: id });
  const { partition, offset } = found as unknown as { partition: number; offset: number };
  return { partition, offset };
};

test('what is counted names its record, what the record’s headers say, and when and by whom it was counted', async () => {
  const posting = taggedPostingOf({ postingId: 'journey.1' });
  await fixture.publish(fixture.topic, [withPlace(posting, 40)]);
  await fixture.caughtUp();
  const { fact, view, letters, missing } = await trail('journey.1');
  expect(fact).toEqual({
    ...{ source: 'test', version: 1, retracted: false, ...(await offsetOf('journey.1')) },
    acceptedAt: posting.receivedAt,
    received: { partition: 1, offset: 40, at: RECEIVED_AT, replica: 'ingestion-1' },
    ...{ taggedAt: expect.any(String), taggedBy: 'tagging-1' },
    ...{ countedAt: expect.any(String), countedBy: replicaName(), traceId: null },
  });
  expect(view).toEqual({
    ...{ version: 1, at: expect.any(String), replica: replicaName() },
    position: expect.any(Number),
  });
  expect(view!.position).toBeGreaterThanOrEqual(fact!.offset);
  expect([letters, missing]).toEqual([[], []]);
});

test('the times of the views are those of the write that read the record, one posting after the other', async () => {
  const times: string[] = [];
  for (const version of [1, 2, 3]) {
    const posting = taggedPostingOf({ postingId: 'journey.2', version });
    await fixture.publish(fixture.topic, [withPlace(posting, version, version === 3)]);
    await until('it is counted', async () => (await trail('journey.2')).view?.version === version);
    await until('the facts have it', async () => (await trail('journey.2')).fact?.version === version);
    times.push((await trail('journey.2')).view!.at!);
  }
  expect(times.toSorted()).toEqual(times);
  expect((await trail('journey.2')).fact).toMatchObject({ retracted: true, received: { offset: 3 } });
});

test('a record of an earlier release is counted without what its headers lack', async () => {
  await fixture.publish(fixture.topic, [taggedEvent(taggedPostingOf({ postingId: 'journey.3' }))]);
  await fixture.caughtUp();
  const { fact } = await trail('journey.3');
  expect(fact).toMatchObject({ received: null, taggedBy: null, ...(await offsetOf('journey.3')) });
});

test('a dead letter names the record that died, when and why; and nobody’s posting has nothing', async () => {
  const raw = { key: Buffer.from('journey.4'), headers: {} };
  const headers = { [eventHeaders.postingSource]: 'test', [eventHeaders.postingVersion]: '2' };
  const record = {
    ...{ topic: postingsReceived.name, partition: 1, offset: 9, key: 'journey.4', value: Buffer.from('{') },
    ...{ timestampMs: 0, headers, raw: { ...raw, headers } },
  };
  const at = new Date('2025-12-01T00:00:02.000Z');
  const letter = deadLetterOf(record, new Error('no JSON'), 1, at);
  await fixture.publish(receivedDeadLetters.name, [letter]);
  const found = await until('it is read', async () => {
    const { letters } = await trail('journey.4');
    return letters.length > 0 ? letters : null;
  });
  expect(found).toEqual([
    {
      ...{ version: 2, topic: postingsReceived.name, partition: 1, offset: 9 },
      ...{ at: at.toISOString(), code: 'internal', reason: 'no JSON' },
    },
  ]);
  // A mark of the views' own state is no posting either.
  for (const id of ['nobody', '@position'])
    expect(await trail(id)).toEqual({ fact: null, view: null, letters: [], missing: [] });
});
