import { afterAll, expect, test } from '@jest/globals';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { LINK_RULES } from '../store/link-fields.ts';

let close = async (): Promise<void> => undefined;
afterAll(() => close());

test('postings that were linked by earlier rules are read and linked anew', async () => {
  const database = await openOwnDatabase('earlier_rules');
  close = () => database.close();
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
