import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { arrival, idOf, NOW } from '../../test/postings.ts';
import { createAccept } from './accept.ts';
import { createDocuments } from './documents.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('accept'));
});
afterAll(() => close());

test.each([
  ['the same', () => 'one', 1],
  ['another content each time', (n: number) => `content ${n}`, 300],
])('a posting that a chunk has 300 times, %s, costs as many calls as once', async (_, textOf, version) => {
  const documents = createDocuments(connection, `${randomUUID()}-`, silentLog());
  let questions = 0;
  const postings = () => ((questions += 1), documents.postings());
  const chunk = Array.from({ length: 300 }, (_each, n) => arrival('often', textOf(n)));
  const results = await createAccept({ ...documents, postings })(chunk, NOW);
  expect(questions).toBe(2);
  const accepted = results.filter(({ status }) => status === 'accepted');
  expect(accepted.map((one) => one.version)).toEqual(Array.from({ length: version }, (_each, i) => i + 1));
  expect(results.at(-1)).toMatchObject({ version });
  const stored = await documents.postings().findOne({ _id: idOf('often') });
  expect(stored).toMatchObject({ version, pendingVersion: version });
  expect(JSON.parse(String(stored!.posting))).toMatchObject({ description: textOf(299) });
});
