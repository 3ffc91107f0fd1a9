import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { changingBeforeWrite } from '../../test/changing-before-write.ts';
import { arrival, idOf, NOW } from '../../test/postings.ts';
import { createClose } from './close.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createPostingsStore } from './postings-store.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let end: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close: end } = await openOwnDatabase('close'));
});
afterAll(() => end());

const LATER = new Date(NOW.getTime() + 1000);

let databases = 0;
const closeWhile = async (change: (documents: Documents, id: string) => Promise<unknown>) => {
  const documents = createDocuments(connection, `s${(databases += 1)}-`, silentLog());
  await documents.ensureIndexes();
  for (const name of ['a', 'b'])
    await createPostingsStore(documents).accept([arrival(name, 'We use Go')], NOW);
  const racing = changingBeforeWrite(documents, () => change(documents, idOf('a')));
  const closed = await createClose(racing)([idOf('a'), idOf('b')], LATER, () => undefined);
  return { closed, a: await documents.postings().findOne({ _id: idOf('a') }) };
};

test('a posting that is linked while it is closed is closed all the same: no later run would look at it', async () => {
  const link = (documents: Documents, _id: string) =>
    documents.postings().updateOne({ _id }, { $set: { version: 2, job: `${_id}:1`, primary: true } });
  const { closed, a } = await closeWhile(link);
  expect(closed).toBe(2);
  expect(a).toMatchObject({ version: 3, closedAt: LATER, job: `${a!._id}:1`, primary: true });
});

test('a posting that arrives again while it is closed stays open', async () => {
  const { closed, a } = await closeWhile((documents) =>
    createPostingsStore(documents).accept([arrival('a', 'We use Rust')], LATER),
  );
  expect(closed).toBe(1);
  expect(a).toMatchObject({ version: 2 });
  expect(a).not.toHaveProperty('closedAt');
});
