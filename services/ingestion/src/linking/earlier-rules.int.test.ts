import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLinked, postingOf } from '../../test/linked.ts';
import { changingBeforeWrite } from '../../test/changing-before-write.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { LINK_RULES } from '../store/link-fields.ts';
import { createLinkQueue } from '../store/link-queue.ts';

let database: Awaited<ReturnType<typeof openOwnDatabase>>;
beforeAll(async () => {
  database = await openOwnDatabase('earlier_rules');
});
afterAll(() => database.close());

test('postings that were linked by earlier rules are read and linked anew', async () => {
  const { accept, link, jobs, documents } = createLinked(database.connection);
  const titles = ['Koch (m/w/d)', 'Koch H/F', 'Koch in Vollzeit'];
  await accept(
    titles.map((title, at) => postingOf(`a${at}`, 0, { title, datePosted: `2026-05-0${at + 1}` })),
  );
  await link();
  // As those had it, for whom the titles were of three jobs.
  const rules = LINK_RULES - 1;
  for (const { _id } of await documents.signatures().find().toArray()) {
    const old = { rules, job: `${_id}:1`, 'signature.titleHash': _id, 'signature.title.job': [_id] };
    await documents.signatures().updateOne({ _id }, { $set: old as never });
  }
  await documents.jobs().deleteMany({});
  const apart = { linkRules: rules, linkMark: null, job: null, primary: null };
  await documents.postings().updateMany({}, { $set: apart });
  expect(await jobs()).toEqual([['[a0]'], ['[a1]'], ['[a2]']]);
  await link();
  expect(await jobs()).toEqual([['[a0]', 'a1', 'a2']]);
});

test('a text that expires while its posting is marked does not come back', async () => {
  const { accept, documents } = createLinked(database.connection);
  await accept([postingOf('a0', 0, {})]);
  await documents.postings().updateMany({}, { $set: { linkRules: LINK_RULES - 1, linkMark: null } });
  const expire = () =>
    documents.postings().updateMany({}, { $set: { posting: null, expiredAt: new Date('2026-05-02') } });
  expect(await createLinkQueue(changingBeforeWrite(documents, expire)).markOld(10)).toBe(1);
  expect(await documents.postings().find().toArray()).toMatchObject([{ posting: null, linkMark: null }]);
});

test('what a replica of later rules accepts, and one of earlier rules links, is linked anew by the later', async () => {
  const { accept, link, documents } = createLinked(database.connection);
  await accept([postingOf('a0', 0, {})]);
  await documents.postings().updateMany({}, { $set: { linkRules: LINK_RULES + 1 } });
  await link();
  // By which the later rules find it.
  expect(await documents.postings().find().toArray()).toMatchObject([
    { linkMark: null, linkRules: LINK_RULES },
  ]);
});
