import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLinked, NOW, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createPending, type PendingPosting } from './pending.ts';
import { createExpiryStore, type DueDocument } from './expiry-store.ts';
import { createVersionReader } from './version-reader.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('version_reader'));
});
afterAll(() => close());

test('a row says whether another posting of its job counts, also of expired text, and nothing of a retraction', async () => {
  const { accept, link, find, retract, documents } = createLinked(connection);
  const [first, second, alone, gone] = [
    postingOf('first', 0, { datePosted: '2026-05-01' }),
    postingOf('second', 0, { datePosted: '2026-05-02' }),
    ...[postingOf('alone', 1), postingOf('gone', 2)],
  ] as const;
  await accept([first, second, alone, gone]);
  await link();
  await retract(gone.posting.postingId);
  const pending = createPending(documents);
  const waiting: PendingPosting[] = [];
  for await (const batch of pending.read(10)) waiting.push(...batch);
  await pending.clear(waiting);
  const expired = (await find(second)) as DueDocument;
  expect(
    await createExpiryStore(documents, { isLinking: false }).expire([expired], (posting) => posting, NOW),
  ).toBe(1);
  const { rows } = await createVersionReader(documents).page(undefined, 10);
  const said = Object.fromEntries(rows.map((row) => [row.postingId, row.duplicate]));
  expect(said).toStrictEqual({
    [first.posting.postingId]: false,
    [second.posting.postingId]: true,
    [alone.posting.postingId]: false,
    [gone.posting.postingId]: undefined,
  });
  expect(rows.filter((row) => 'duplicate' in row)).toHaveLength(3);
});
