import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crashingAt, createLinked, NOW, postingOf } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createLinkQueue } from '../store/link-queue.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('split-job'));
});
afterAll(() => close());

const linked = () => createLinked(connection);

/** Of one text and place: each of the two sides is like the bridge, and they are not like each other. */
const side = (sourceId: string, title: string) => postingOf(sourceId, 3, { title });
const bridge = () => postingOf('z', 3, { title: 'Front-End Back-End Engineer', datePosted: '2026-06-01' });
const sides = () => [side('x', 'Back-End Engineer'), side('y', 'Front-End Engineer')];

const bridged = async () => {
  const all = linked();
  const made = bridge();
  await all.accept(sides());
  await all.link();
  await all.accept([made]);
  await all.link();
  expect(await all.jobs()).toEqual([['[x]', 'y', 'z']]);
  return { ...all, id: made.posting.postingId };
};

test('postings that only one has led to each other count each by itself when it changes its text', async () => {
  const { accept, link, jobs } = await bridged();
  await accept([postingOf('z', 7)]);
  await link();
  expect(await jobs()).toEqual([['[x]'], ['[y]'], ['[z]']]);
});

test('postings that only one has led to each other count each by itself without it, after a crash at any step', async () => {
  let steps = 1;
  for (let crash = 1; crash <= steps; crash += 1) {
    const { retract, link, jobs, id } = await bridged();
    await retract(id);
    const { step, up, passed } = crashingAt(crash);
    await link({ step }).catch(up);
    await link({ step });
    expect([crash, await jobs()]).toEqual([crash, [['[x]'], ['[y]']]]);
    steps = Math.max(steps, passed());
  }
  expect(steps).toBeGreaterThan(5);
});

test('an expired posting leads no others back to the job that they were split from', async () => {
  const { accept, link, find, retract, documents } = linked();
  const [x, y] = sides();
  const [e, z] = [side('e', 'Front-End Engineer'), bridge()];
  await accept([x!, y!, e]);
  await link();
  await accept([z]);
  await link();
  const _id = e.posting.postingId;
  await documents.postings().updateOne({ _id }, { $set: { expiredAt: NOW, posting: null } });
  await documents.signatures().updateOne({ _id }, { $set: { state: 'expired' } });
  await retract(z.posting.postingId);
  const n = side('n', 'Front-End Engineer');
  await accept([n]);
  await link();
  const [ofX, ofY, ofN] = [await find(x!), await find(y!), await find(n)];
  expect(ofX.primary).not.toBe(false);
  expect(ofY.job).toBe(ofN.job);
  expect([ofY.primary, ofN.primary].toSorted()).toEqual([false, true]);
});

test('members of a full job that are split from it find each other', async () => {
  const { all, documents, accept, retract, link: linkAll, jobs } = linked();
  const link = () => linkAll({ limits: { candidates: 100, members: 4 } });
  const [x, y] = sides();
  const [z, w] = [bridge(), side('w', 'Front-End Engineer')];
  await accept([x!]);
  await link();
  await accept([z]);
  await link();
  await accept([y!, w]);
  await link();
  await accept([side('v', 'Back-End Engineer')]);
  await link();
  // So that nothing is signed anew by a version.
  await createLinkQueue(documents).mark((await all()).map(({ _id }) => _id));
  await link();
  expect((await jobs()).map((group) => group.length)).toEqual([1, 4]);
  await retract(z.posting.postingId);
  await link();
  const found = (await jobs()).map((group) => group.join());
  expect(found.find((group) => group.includes('y'))).toContain('w');
});

test('a member of a full job stays in it while it is like another one', async () => {
  const { documents, accept, link: linkAll, jobs } = linked();
  const link = () => linkAll({ limits: { candidates: 100, members: 3 } });
  const [x, y] = sides();
  await accept([x!, y!]);
  await link();
  await accept([bridge()]);
  await link();
  await accept([side('y2', 'Front-End Engineer')]);
  await link();
  expect(await jobs()).toEqual([['[x]', 'y', 'z'], ['[y2]']]);
  await createLinkQueue(documents).mark([y!.posting.postingId]);
  await link();
  expect(await jobs()).toEqual([['[x]', 'y', 'z'], ['[y2]']]);
});

test('a job that hangs together without the one that left stays one', async () => {
  const { accept, link, jobs, retract } = linked();
  const [x, y] = sides();
  const [z, other] = [
    bridge(),
    postingOf('z2', 3, { title: 'Front-End Back-End Engineer', datePosted: '2026-06-02' }),
  ];
  await accept([x!, y!]);
  await link();
  await accept([z]);
  await link();
  await accept([other]);
  await link();
  await retract(z.posting.postingId);
  await link();
  expect(await jobs()).toEqual([['[x]', 'y', 'z2']]);
});

test('of two expired postings of one job, which both count for good, each is of a job of its own', async () => {
  const { accept, link, documents } = linked();
  const [x, y] = sides();
  await accept([x!, y!]);
  await link();
  // Their text has expired, and their turn to be linked has not come yet.
  const ids = [x!, y!].map(({ posting }) => posting.postingId);
  await documents.postings().updateMany({ _id: { $in: ids } }, { $set: { expiredAt: NOW, posting: null } });
  await accept([bridge()]);
  await link();
  const named = async () =>
    (
      await documents
        .postings()
        .find({ job: { $gt: '' } })
        .toArray()
    ).map(({ primary }) => primary);
  expect((await named()).toSorted()).toEqual([false, true]);
  const moved = await documents
    .signatures()
    .find({ _id: { $in: ids } })
    .toArray();
  expect(new Set(moved.map(({ job }) => job)).size).toBe(2);
});
