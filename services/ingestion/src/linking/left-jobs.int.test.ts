import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changingBeforeWrite } from '../../test/changing-before-write.ts';
import { crashingAt, createLinked, NOW, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createErasurePostings } from '../store/erasure-postings.ts';
import { LINK_RULES } from '../store/link-fields.ts';
import { createJobReader } from '../store/job-reader.ts';
import { createLinkQueue } from '../store/link-queue.ts';
import { createMarkPending } from '../store/mark-pending.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('left-jobs'));
});
afterAll(() => close());

const linked = () => createLinked(connection);
const three = [0, 1, 2].map((at) => postingOf(`a${at}`, 0, { datePosted: `2026-05-0${at + 1}` }));
const idOf = (at: number) => three[at]!.posting.postingId;

type Linked = ReturnType<typeof linked>;
const retractFirst = ({ retract }: Linked) => retract(idOf(0));
test.each<[string, (all: Linked) => Promise<unknown>, string[][]]>([
  ['changes its text', ({ accept }) => accept([postingOf('a0', 5)]), [['[a0]'], ['[a1]', 'a2']]],
  ['is retracted', retractFirst, [['[a1]', 'a2']]],
  [
    'is retracted, and sent again with another text',
    async (all) => {
      await retractFirst(all);
      await all.accept([postingOf('a0', 5)]);
    },
    [['[a0]'], ['[a1]', 'a2']],
  ],
])(
  'what is left of a job of which the one that counts %s has another, after a crash at any step',
  async (_, change, expected) => {
    let steps = 1;
    for (let crash = 1; crash <= steps; crash += 1) {
      const all = linked();
      await all.accept(three);
      await all.link();
      await change(all);
      const { step, up, passed } = crashingAt(crash);
      await all.link({ step }).catch(up);
      await all.link({ step });
      expect([crash, await all.jobs()]).toEqual([crash, expected]);
      steps = Math.max(steps, passed());
    }
    expect(steps).toBeGreaterThan(5);
  },
);

test('a job lacks none that counts, for its check, while one that was retracted and sent again is', async () => {
  const all = linked();
  const check = () => createJobReader(all.documents)(null, null);
  await all.accept(three);
  await all.link();
  await retractFirst(all);
  for (const change of [() => all.accept([postingOf('a0', 5)]), () => retractFirst(all)]) {
    await change();
    expect(await check()).toEqual({ checked: 0, differences: [] });
  }
  await all.link();
  expect(await all.jobs()).toEqual([['[a1]', 'a2']]);
  expect(await check()).toEqual({ checked: 1, differences: [] });
});

test('postings that one which changes has taken along are linked without it, after a crash at any step', async () => {
  let steps = 1;
  for (let crash = 1; crash <= steps; crash += 1) {
    const { accept, link, jobs, retract, documents } = linked();
    await accept(three);
    // As if each had been linked before the others came.
    await link();
    const signatures = await documents.signatures().find().toArray();
    for (const { _id } of signatures)
      await documents.signatures().updateOne({ _id }, { $set: { job: `${_id}:1`, founded: 1 } });
    await documents.postings().updateMany({}, { $set: { job: null, primary: null, linkMark: null } });
    await accept([postingOf('a2', 0, { datePosted: '2026-05-04' })]);
    const { step, up, passed } = crashingAt(crash);
    await link({ step }).catch(up);
    await retract(idOf(2));
    await link({ step }).catch(() => link());
    const moved = await documents.signatures().distinct('job', { state: 'live' });
    expect([crash, (await jobs()).length]).toEqual([crash, moved.length]);
    steps = Math.max(steps, passed());
  }
  expect(steps).toBeGreaterThan(5);
});

test.each([
  ['one that names nobody', undefined],
  ['one with the name that theirs begin with', 'Vista'],
])('two companies are not of one job by %s', async (_, organization) => {
  const { accept, link, jobs } = linked();
  const of = (sourceId: string, name?: string) => {
    const made = postingOf(sourceId, 3, { organization: name ?? '' });
    return { ...made, posting: { ...made.posting, organization: name ?? null } };
  };
  await accept([of('m', organization)]);
  await link();
  await accept([of('x', 'Vista Foods')]);
  await link();
  await accept([of('y', 'Vista Robotics')]);
  await link();
  const groups = await jobs();
  for (const group of groups) expect(group.join().includes('x') && group.join().includes('y')).toBe(false);
  expect(groups).toHaveLength(2);
});

test('an erasure that a new version has overtaken leaves the new one to be found', async () => {
  const { accept, link, jobs, documents } = linked();
  await accept(three);
  await link();
  const erasing = createErasurePostings(documents);
  const found = await erasing.live([idOf(0)], false);
  await accept([postingOf('a0', 0, { datePosted: '2026-05-02' })]);
  await link();
  expect(await erasing.retract(found, { runId: 'run', now: NOW })).toBe(0);
  await accept([postingOf('a3', 0, { datePosted: '2026-05-09' })]);
  await link();
  expect((await jobs()).map((group) => group.length)).toEqual([4]);
  expect((await documents.signatures().findOne({ _id: idOf(0) }))?.signature).not.toBeNull();
});

test('what another release has done to the posting that counts is seen when all are tagged anew', async () => {
  const { accept, link, jobs, documents } = linked();
  await accept(three);
  await link();
  await documents.postings().updateMany({}, { $set: { pendingVersion: null, pendingMark: null } });
  // A release without linking retracts it, and keeps fields that it does not know.
  const retracted = { retracted: true, posting: null, contentHash: null, primary: null };
  await documents.postings().updateOne({ _id: idOf(0) }, { $set: retracted, $inc: { version: 1 } });
  await link();
  expect(await jobs()).toEqual([['[]', 'a1', 'a2']]);
  await createMarkPending(documents)([0, 1, 2].map(idOf), { retracted: false });
  await link();
  expect(await jobs()).toEqual([['[a1]', 'a2']]);
  const left = { signature: null, keys: [], job: null };
  expect(await documents.signatures().findOne({ _id: idOf(0) })).toMatchObject(left);
});

/** One that a release of earlier rules retracted, as it is until linking has looked at it. */
const retractedBefore = async ({ accept, link, retract, documents }: Linked, isMarked: boolean) => {
  await accept(three.slice(0, 1));
  await link();
  await retract(idOf(0));
  const fields = { linkRules: LINK_RULES - 1, ...(!isMarked && { linkMark: null }) };
  await documents.postings().updateOne({ _id: idOf(0) }, { $set: fields });
};

test('a retraction that waits to be linked does so after an upgrade of the rules', async () => {
  const all = linked();
  await retractedBefore(all, true);
  await createLinkQueue(all.documents).markOld(100);
  await all.link();
  expect((await all.documents.signatures().findOne({ _id: idOf(0) }))?.signature).toBeNull();
});

test('what tags all anew beside an upgrade of the rules has retractions linked all the same', async () => {
  const all = linked();
  await retractedBefore(all, false);
  const retag = () => createMarkPending(all.documents)([idOf(0)], { retracted: false });
  await createLinkQueue(changingBeforeWrite(all.documents, retag)).markOld(100);
  await all.link();
  expect((await all.documents.signatures().findOne({ _id: idOf(0) }))?.signature).toBeNull();
});
