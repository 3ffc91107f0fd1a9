import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { createGate } from '../../test/fixture.ts';
import { createLinked, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { newMark } from '../store/pending.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('dying-linker'));
});
afterAll(() => close());

/** Steps of a linker that stands at one of them until it is let go, and dies at another one. */
const dying = (held: string, dead: string) => {
  const gate = createGate();
  return {
    ...gate,
    step: async (name: string) => {
      if (name === held) await gate.pass();
      if (name === dead) throw appError('unavailable', 'died');
    },
  };
};

test('who is overtaken and dies between two writes of a job leaves it to be published again', async () => {
  const { accept, link, linking, retract, jobs } = createLinked(connection);
  const first = postingOf('first', 0);
  await accept([first, postingOf('second', 0, { datePosted: '2026-05-02' })]);
  await link();
  const older = postingOf('older', 0, { datePosted: '2026-04-01' });
  await accept([older]);
  const slow = dying('planned', 'demoted');
  const round = linking({ step: slow.step }).round(() => true);
  await slow.reached;
  await retract(older.posting.postingId);
  await link();
  slow.open();
  await expect(round).rejects.toThrow('died');
  await link();
  expect(await jobs()).toEqual([['[first]', 'second']]);
});

test('who is overtaken and dies when it has moved a posting out of its job leaves it to be linked again', async () => {
  const { accept, link, linking, jobs, documents } = createLinked(connection);
  const older = { datePosted: '2026-04-01' };
  await accept([postingOf('stays', 0), postingOf('changes', 0, older)]);
  await link();
  await documents.postings().updateMany({}, { $set: { linkMark: newMark() } });
  const slow = dying('signed', 'left');
  const round = linking({ step: slow.step }).round(() => true);
  await slow.reached;
  await link();
  await accept([postingOf('changes', 1, older)]);
  const other = dying('signed', 'never');
  const second = linking({ step: other.step }).round(() => true);
  await other.reached;
  slow.open();
  await expect(round).rejects.toThrow('died');
  other.open();
  await second;
  await link();
  expect(await jobs()).toEqual([['[changes]'], ['[stays]']]);
});

test('what waits for another linker goes on to wait when a job is published', async () => {
  const { accept, linking, link, jobs, documents, find } = createLinked(connection);
  const first = postingOf('first', 0);
  await accept([first]);
  await link();
  await accept([postingOf('older', 0, { datePosted: '2026-04-01' })]);
  const theirs = newMark();
  const slow = dying('assigned', 'never');
  let pages = 0;
  const round = linking({ step: slow.step }).round(() => (pages += 1) === 1);
  await slow.reached;
  const { _id } = await find(first);
  await documents.postings().updateOne({ _id }, { $set: { linkMark: theirs } });
  slow.open();
  await round;
  expect((await find(first)).linkMark ?? null).not.toBeNull();
  await link();
  expect(await jobs()).toEqual([['[older]', 'first']]);
});

test('what a release without linking writes while its posting is linked is linked once more', async () => {
  const { accept, link, linking, jobs, documents, find } = createLinked(connection);
  await accept([postingOf('stays', 0)]);
  await link();
  const older = postingOf('older', 0, { datePosted: '2026-04-01' });
  await accept([older]);
  const slow = dying('announced', 'never');
  const round = linking({ step: slow.step }).round(() => true);
  await slow.reached;
  const { linkMark: _, linkRules: __, job: ___, primary: ____, ...known } = await find(older);
  const { posting } = postingOf('older', 1, { datePosted: '2026-04-01' });
  await documents
    .postings()
    .replaceOne({ _id: known._id }, { ...known, version: 2, posting: Buffer.from(JSON.stringify(posting)) });
  slow.open();
  await round;
  await link();
  expect(await jobs()).toEqual([['[older]'], ['[stays]']]);
});
