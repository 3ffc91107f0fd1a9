import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('busy-jobs'));
});
afterAll(() => close());

const two = (job: number) =>
  ['a', 'b'].map((name, at) => postingOf(`${name}${job}`, job, { datePosted: `2026-05-0${at + 1}` }));

test('a job that others change all the time holds up no other, is tried once a round, and linked in the end', async () => {
  const { accept, linking, jobs, all, documents } = createLinked(connection);
  const busy = two(0);
  // More than are read before the first page is linked, so that what is put off comes along once more.
  const alone = Array.from({ length: 160 }, (_, at) => postingOf(`c${at}`, 10 + at));
  await accept(busy);
  await accept(two(1));
  await accept(alone);
  const [job] = busy.map(({ posting }) => `${posting.postingId}:1`).sort();
  const seen = { isBusy: true, announced: 0 };
  const step = async (name: string) => {
    if (name === 'announced') seen.announced += 1;
    if (name === 'promoted' && seen.isBusy)
      await documents.jobs().updateOne({ _id: job! }, { $set: { revision: String(Math.random()) } });
  };
  const { round } = linking({ step });
  expect(await round(() => true)).toBe(true);
  // Ten attempts; and two for the other job, since a posting that was moved is due itself.
  expect(seen.announced).toBe(12);
  const waiting = (await all()).filter(({ linkMark }) => linkMark !== null).map(({ _id }) => _id);
  expect(waiting).toEqual(busy.map(({ posting }) => posting.postingId).sort());
  expect(await jobs()).toContainEqual(['[a1]', 'b1']);
  // Nothing else waits: there is no use in going on at once.
  expect(await round(() => true)).toBe(false);
  seen.isBusy = false;
  expect(await round(() => true)).toBe(true);
  expect((await all()).every(({ linkMark }) => linkMark === null)).toBe(true);
  expect(await jobs()).toContainEqual(['[a0]', 'b0']);
});

test('postings that are alone cost no calls of their own', async () => {
  const { accept, link, documents } = createLinked(connection);
  await accept(Array.from({ length: 100 }, (_, at) => postingOf(`d${at}`, at)));
  let calls = 0;
  const signatures = () => {
    calls += 1;
    return documents.signatures();
  };
  await link({ documents: { ...documents, signatures } });
  expect(await documents.signatures().countDocuments()).toBe(100);
  expect(calls).toBeLessThan(20);
});
