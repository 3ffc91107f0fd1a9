import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnServer } from '../../test/own-server.ts';
import { LINK_RULES } from './link-fields.ts';
import { createLinkQueue } from './link-queue.ts';

let server: Awaited<ReturnType<typeof openOwnServer>>;
beforeAll(async () => {
  server = await openOwnServer('link-queue');
});
afterAll(() => server?.close());

test('a look for postings to link examines those only, however many are linked', async () => {
  const { accept, documents } = createLinked(server.connection);
  const queue = createLinkQueue(documents);
  const look = async () => {
    await queue.markOld(100);
    await queue.waiting(1000);
    for await (const batch of queue.due('', 100)) expect(batch.length).toBeLessThan(10);
  };
  const acceptMany = async (from: number, to: number) => {
    const made = Array.from({ length: to - from }, (_, at) => postingOf(`a${from + at}`, 0));
    await accept(made);
    await documents.postings().updateMany({ linkMark: { $ne: null } }, { $set: { linkMark: null } });
  };
  await acceptMany(0, 100);
  await server.costIsBelow(10, look);
  await acceptMany(100, 1000);
  await server.costIsBelow(10, look);
  const some = await documents.postings().find({}, { limit: 2 }).toArray();
  const ids = some.map(({ _id }) => _id);
  await documents.postings().updateMany({ _id: { $in: ids } }, { $set: { linkRules: LINK_RULES - 1 } });
  expect(await queue.markOld(100)).toBe(2);
  await server.costIsBelow(20, look);
});
