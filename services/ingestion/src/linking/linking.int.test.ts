import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signatureOf } from '@skillstream/linking';
import { createMetrics } from '@skillstream/runtime';
import { crashingAt, createLinked, NOW, postingOf, textOfJob } from '../../test/linked.ts';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createClose } from '../store/close.ts';
import { createExpiryStore } from '../store/expiry-store.ts';
import { createJobReader } from '../store/job-reader.ts';
import { newMark } from '../store/pending.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('linking'));
});
afterAll(() => close());

const linked = () => createLinked(connection);
const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, at) => ({ item, order: Math.sin(seed * 1000 + at) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

const day = (at: number) => `2026-05-${String(at + 1).padStart(2, '0')}`;
/** Five postings of each of eight jobs, posted on five days. */
const forty = Array.from({ length: 40 }, (_, at) =>
  postingOf(`${String.fromCharCode(97 + (at % 8))}${Math.floor(at / 8)}`, at % 8, {
    datePosted: day(Math.floor(at / 8)),
  }),
);
const eightJobs = Array.from({ length: 8 }, (_, job) => {
  const letter = String.fromCharCode(97 + job);
  return [`[${letter}0]`, ...[1, 2, 3, 4].map((at) => `${letter}${at}`)];
});

test('postings of one job have one that counts, the one posted first, in whichever order they came', async () => {
  const { accept, link, jobs, all, documents } = linked();
  for (const arrival of shuffled(forty, 1)) {
    await accept([arrival]);
    if (arrival.posting.sourceId.endsWith('3')) await link();
  }
  await link();
  expect(await jobs()).toEqual(eightJobs);
  for (const { version, pendingVersion, linkMark, updatedAt, primary } of await all()) {
    expect({ pendingVersion, linkMark, updatedAt }).toEqual({
      pendingVersion: version,
      linkMark: null,
      updatedAt: NOW,
    });
    expect(primary).not.toBeNull();
  }
  expect(await documents.jobs().countDocuments()).toBe(8);
});

test.each([1, 2, 3, 4, 5, 6])(
  'two loops at once over the same arrivals make the same jobs (%i)',
  async (seed) => {
    const { accept, link, jobs } = linked();
    const arrivals = shuffled(forty, seed);
    const feed = async () => {
      for (let at = 0; at < arrivals.length; at += 7) await accept(arrivals.slice(at, at + 7));
    };
    const loop = async () => {
      for (let times = 0; times < 4; times += 1) await link();
    };
    await Promise.all([feed(), loop(), loop()]);
    await Promise.all([link(), link()]);
    expect(await jobs()).toEqual(eightJobs);
  },
);

test('a crash between any two steps changes nothing of what comes out', async () => {
  const arrivals = [
    ...[0, 1, 2].map((at) => postingOf(`a${at}`, 0, { datePosted: day(at) })),
    ...[0, 1].map((at) => postingOf(`b${at}`, 1, { datePosted: day(at) })),
  ];
  let steps = 1;
  for (let crash = 1; crash <= steps; crash += 1) {
    const { accept, link, jobs, retract, find } = linked();
    const { step, up, passed } = crashingAt(crash);
    const run = () =>
      link({ step }).catch((error: Error) => {
        up(error);
        return link({ step });
      });
    await accept(arrivals.slice(0, 1).concat(arrivals.slice(3)));
    await run();
    await accept(arrivals.slice(1, 3));
    await run();
    expect(await jobs()).toEqual([
      ['[a0]', 'a1', 'a2'],
      ['[b0]', 'b1'],
    ]);
    await retract((await find(arrivals[0]!))._id);
    await accept([postingOf('a1', 2)]);
    await run();
    expect(await jobs()).toEqual([['[a1]'], ['[a2]'], ['[b0]', 'b1']]);
    steps = Math.max(steps, passed());
  }
  expect(steps).toBeGreaterThan(30);
});

test('a check finds a job with no or two that count, in the range after which it is named, unless one waits', async () => {
  const { accept, link, documents } = linked();
  await accept(forty);
  await link();
  const check = createJobReader(documents);
  expect(await check(null, null)).toEqual({ checked: 8, differences: [] });
  const [first, second] = await documents
    .jobs()
    .find({}, { sort: { _id: 1 } })
    .toArray();
  const [none, two] = [first!._id, second!._id];
  await documents.postings().updateMany({ job: none }, { $set: { primary: false } });
  await documents.postings().updateMany({ job: two }, { $set: { primary: true } });
  const differences = [
    { job: none, primaries: 0 },
    { job: two, primaries: 5 },
  ];
  expect(await check(null, null)).toEqual({ checked: 8, differences });
  const founder = none.slice(0, none.lastIndexOf(':'));
  expect(await check(null, founder)).toEqual({ checked: 1, differences: differences.slice(0, 1) });
  expect(await check(founder, null)).toEqual({ checked: 7, differences: differences.slice(1) });
  await documents.postings().updateOne({ job: none }, { $set: { linkMark: newMark() } });
  expect(await check(null, founder)).toEqual({ checked: 0, differences: [] });
});

test('a posting that is alone costs one signature, and is published once', async () => {
  const { accept, link, find, documents } = linked();
  const one = postingOf('one', 0);
  await accept([one, postingOf('other', 1)]);
  await link();
  expect(await find(one)).toMatchObject({ version: 1, job: null, primary: null, linkMark: null });
  expect(await documents.jobs().countDocuments()).toBe(0);
  expect(await documents.signatures().countDocuments()).toBe(2);
});

const three = [0, 1, 2].map((at) => postingOf(`a${at}`, 0, { datePosted: day(at) }));

test('when the posting that counts is retracted the next one counts, and its signature has no words', async () => {
  const { accept, link, jobs, retract, documents } = linked();
  await accept(three);
  await link();
  const id = three[0]!.posting.postingId;
  await retract(id);
  await link();
  expect(await jobs()).toEqual([['[a1]', 'a2']]);
  expect(await documents.signatures().findOne({ _id: id })).toMatchObject({
    signature: null,
    keys: [],
    job: null,
  });
  await accept(three);
  await link();
  expect(await jobs()).toEqual([['[a0]', 'a1', 'a2']]);
});

test('when the posting that counts is closed an open one counts, until it is open again', async () => {
  const { accept, link, jobs, documents } = linked();
  await accept(three);
  await link();
  await createClose(documents)([three[0]!.posting.postingId], NOW, () => undefined);
  await link();
  expect(await jobs()).toEqual([['[a1]', 'a0', 'a2']]);
  await accept(three);
  await link();
  expect(await jobs()).toEqual([['[a0]', 'a1', 'a2']]);
});

test('a posting that counts goes on to when its text expires, and takes those that come later', async () => {
  const { accept, link, documents, find } = linked();
  const expire = async () => {
    await documents.postings().updateMany({}, { $set: { pendingVersion: null, pendingMark: null } });
    const store = createExpiryStore(documents, { isLinking: false });
    const due = await documents
      .postings()
      .find({ _id: three[1]!.posting.postingId }, { promoteBuffers: true })
      .toArray();
    expect(await store.expire(due, (json) => json, NOW)).toBe(1);
  };
  await accept([three[1]!, three[2]!]);
  await link();
  await expire();
  await link();
  await accept(three);
  await link();
  const of = async (at: number) => {
    const { primary, version } = await find(three[at]!);
    return { primary, version };
  };
  expect([await of(0), await of(1), await of(2)]).toEqual([
    { primary: false, version: 2 },
    { primary: true, version: 2 },
    { primary: false, version: 2 },
  ]);
});

test('a posting that expires alone counts for the job that later ones make with it', async () => {
  const { accept, link, documents, find } = linked();
  await accept([three[1]!]);
  await link();
  await documents.postings().updateMany({}, { $set: { pendingVersion: null, pendingMark: null } });
  const due = await documents.postings().find({}, { promoteBuffers: true }).toArray();
  await createExpiryStore(documents, { isLinking: false }).expire(due, (json) => json, NOW);
  await link();
  await accept([three[0]!, three[2]!]);
  await link();
  expect(await find(three[1]!)).toMatchObject({ primary: true, version: 1 });
  expect(await find(three[0]!)).toMatchObject({ primary: false, version: 2 });
  expect(await find(three[2]!)).toMatchObject({ primary: false, version: 2 });
});

test('a change of the text leaves the job, and what is left of it has another that counts', async () => {
  const { accept, link, jobs, find } = linked();
  await accept(three);
  await link();
  await accept([postingOf('a0', 5)]);
  await link();
  expect(await jobs()).toEqual([['[a0]'], ['[a1]', 'a2']]);
  expect(await find(three[0]!)).toMatchObject({ job: null, primary: null, version: 4 });
  await accept([postingOf('a0', 0)]);
  await link();
  expect(await jobs()).toEqual([['[a0]', 'a1', 'a2']]);
});

test('postings of the sample are not linked', async () => {
  const { accept, link, all, documents } = linked();
  const of = (at: number) => postingOf(`20260101-${at}`, 0, { source: 'sample' });
  await accept([of(1), of(2)]);
  await link();
  expect((await all()).map(({ job, version }) => ({ job, version }))).toEqual([
    { job: null, version: 1 },
    { job: null, version: 1 },
  ]);
  expect(await documents.signatures().countDocuments()).toBe(0);
});

test('postings that a release without linking wrote are linked, page by page', async () => {
  const { accept, link, jobs, all, documents } = linked();
  await accept(forty);
  for (const { job: _j, primary: _p, linkMark: _m, linkRules: _r, ...old } of await all())
    await documents.postings().replaceOne({ _id: old._id }, old);
  await link();
  expect(await jobs()).toEqual(eightJobs);
  // After going back, that release has taken the fields away once more.
  const { job: _j, primary: _p, linkMark: _m, linkRules: _r, ...one } = (await all())[0]!;
  await documents.postings().replaceOne({ _id: one._id }, { ...one, version: one.version + 1 });
  await link();
  expect(await jobs()).toEqual(eightJobs);
});

test('a posting that cannot be linked holds up no other', async () => {
  const { accept, link, jobs, all } = linked();
  await accept([...three, postingOf('poison', 7)]);
  const metrics = createMetrics('ingestion');
  const sign: typeof signatureOf = (posting) => {
    if (posting.description === textOfJob(7)) throw new Error('poison');
    return signatureOf(posting);
  };
  await link({ sign, metrics });
  expect(await jobs()).toEqual([['[a0]', 'a1', 'a2'], ['[poison]']]);
  expect((await all()).every(({ linkMark }) => linkMark === null)).toBe(true);
  expect(await metrics.text('text/plain')).toContain(
    'skillstream_linking_failures_total{service="ingestion"} 1',
  );
});

test('of many postings with one text each is compared with a bounded number, and a job that is full is followed by another', async () => {
  const limits = { candidates: 10, members: 40 };
  const comparisonsOf = async (count: number) => {
    const { accept, link, all } = linked();
    await accept(Array.from({ length: count }, (_, at) => postingOf(`m${at}`, 0)));
    let compared = 0;
    let most = 0;
    const onCompared = (some: number) => {
      compared += some;
      most = Math.max(most, some);
    };
    await link({ limits, onCompared });
    expect(most).toBeLessThanOrEqual(limits.candidates);
    const stored = await all();
    expect(stored.filter(({ primary }) => primary !== false)).toHaveLength(count / limits.members);
    return compared;
  };
  const [once, twice] = [await comparisonsOf(120), await comparisonsOf(240)];
  expect(twice / once).toBeLessThan(2.3);
});
