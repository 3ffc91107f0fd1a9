import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { postingsPage, problem, type ListedPosting } from '@skillstream/contracts';
import { factsOf } from '../src/expiry/facts-of.ts';
import { createExpiryStore } from '../src/store/expiry-store.ts';
import { createPostingList } from '../src/store/posting-list.ts';
import { createFixture } from './fixture.ts';
import { createLinked, postingOf } from './linked.ts';
import { openOwnDatabase } from './own-database.ts';
import { arrival, NOW } from './postings.ts';

let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
let fixture: Awaited<ReturnType<typeof createFixture>>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('list'));
  fixture = await createFixture();
});
afterAll(async () => {
  await fixture.close();
  await close();
});

const stored = () => {
  const linked = createLinked(connection);
  return { ...linked, list: createPostingList(linked.documents) };
};
const many = (source: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => postingOf(`p${from + at}`, from + at, { source }));
const ids = (postings: readonly { postingId: string }[]) => postings.map(({ postingId }) => postingId);

test('pages of a source have each posting once and in order while others are added, and none of another', async () => {
  const { accept, list } = stored();
  const first = many('a', 0, 20);
  // Names around that of the source, as close as names come.
  await accept([...first, ...many('a-b', 0, 5), ...many('a0', 0, 5), ...many('aa', 0, 5)]);
  const found: ListedPosting[] = [];
  let after: string | undefined;
  for (let added = 20; ; added += 3) {
    const page = await list({ source: 'a', after }, 3);
    found.push(...page.postings);
    if (page.next === null) break;
    expect(page.postings).toHaveLength(3);
    after = page.next;
    await accept(added < 50 ? many('a', added, added + 3) : []);
  }
  expect(ids(found)).toEqual([...new Set(ids(found))].sort());
  expect(ids(found)).toEqual(expect.arrayContaining(ids(first.map(({ posting }) => posting))));
  expect(found.every(({ postingId }) => postingId.startsWith('a.'))).toBe(true);
  expect(await list({ source: 'a', after: 'a/' }, 3)).toEqual({ postings: [], next: null });
  expect(await list({ source: 'a', after: 'a-b.zzz' }, 200)).toEqual(await list({ source: 'a' }, 200));
  expect(await list({ source: 'unknown' }, 3)).toEqual({ postings: [], next: null });
});

test('a retracted and an expired posting are listed as such, with what is left of them', async () => {
  const { accept, list, retract, documents } = stored();
  const [live, gone, old] = ['l', 'g', 'o'].map((id) => postingOf(id, 1, { source: 'hn' }));
  await accept([live!, gone!, old!]);
  await retract(gone!.posting.postingId);
  const [_id, version] = [old!.posting.postingId, 1];
  await documents.postings().updateOne({ _id }, { $set: { pendingVersion: null, pendingMark: null } });
  const due = await documents.postings().find({ _id }, { promoteBuffers: true }).toArray();
  expect(await createExpiryStore(documents, { isLinking: false }).expire(due, factsOf, NOW)).toBe(1);
  const { postings } = await list({ source: 'hn' }, 10);
  const of = (id: string) => postings.find(({ postingId }) => postingId === id);
  expect(postings).toHaveLength(3);
  expect(of(live!.posting.postingId)).toEqual({
    ...{ postingId: live!.posting.postingId, sourceId: 'l', title: 'Engineer of machine 1' },
    ...{ version: 1, state: 'live' },
  });
  expect(of(gone!.posting.postingId)).toEqual({
    ...{ postingId: gone!.posting.postingId, sourceId: null, title: null },
    ...{ version: 2, state: 'retracted' },
  });
  expect(of(_id)).toEqual({ postingId: _id, sourceId: 'o', title: null, version, state: 'expired' });
});

test('of a job of three on several sources all are listed, page by page, and one counts', async () => {
  const { accept, list, link, retract, find } = stored();
  const members = ['x', 'y', 'z'].map((source, at) =>
    postingOf('1', 1, { source, datePosted: `2026-05-0${at + 1}` }),
  );
  await accept([...members, postingOf('alone', 2, { source: 'x' })]);
  await link();
  const { job } = await find(members[0]!);
  expect(job).toEqual(expect.any(String));
  const asked = { job: job! };
  const all = await list(asked, 50);
  expect(all.postings.map(({ postingId, primary }) => [postingId, primary])).toEqual(
    members.map(({ posting }, at) => [posting.postingId, at === 0]),
  );
  expect(all).toMatchObject({
    next: null,
    postings: members.map(() => ({ job, title: expect.any(String) })),
  });

  const page = await list(asked, 2);
  expect(page).toEqual({ postings: all.postings.slice(0, 2), next: all.postings[1]!.postingId });
  expect(await list({ ...asked, after: page.next! }, 2)).toEqual({
    postings: all.postings.slice(2),
    next: null,
  });
  expect((await list({ ...asked, source: 'y' }, 50)).postings).toEqual([all.postings[1]]);
  const ofSource = (await list({ source: 'x' }, 50)).postings;
  expect(ofSource.map((posting) => posting.job).filter(Boolean)).toEqual([job]);

  await retract(members[2]!.posting.postingId);
  expect(ids((await list(asked, 50)).postings)).toEqual(
    ids(members.slice(0, 2).map(({ posting }) => posting)),
  );
});

test('a page of large postings ends early, and the next one goes on where it ended', async () => {
  const { accept, list } = stored();
  const large = Array.from({ length: 24 }, (_, at) =>
    postingOf(`p${at}`, at, { source: 'big', description: 'ä'.repeat(100_000) + at }),
  );
  await accept(large);
  const first = await list({ source: 'big' }, 200);
  expect(first.postings.length).toBeGreaterThan(10);
  expect(first.postings.length).toBeLessThan(24);
  expect(first.next).toBe(first.postings.at(-1)!.postingId);
  const second = await list({ source: 'big', after: first.next! }, 200);
  expect(second.next).toBeNull();
  expect(ids([...first.postings, ...second.postings])).toEqual(
    ids(large.map(({ posting }) => posting)).sort(),
  );
});

test('a list is asked for by source or job, and what is wrong is named by its place', async () => {
  const { base, app } = await fixture.harness().replica();
  await app.store.accept([arrival('a')], NOW);
  const ask = (query: string) => fetch(`${base}/v1/postings?${query}`);
  const page = postingsPage.parse(await (await ask('source=test&limit=1')).json());
  expect(page).toMatchObject({ postings: [{ sourceId: 'a', title: 'Go developer' }], next: null });

  for (const [query, path] of [
    ['', 'source'],
    ['limit=2', 'source'],
    ['source=A%20b', 'source'],
    ['source=test&limit=201', 'limit'],
    ['source=test&limit=0', 'limit'],
    ['job=', 'job'],
    [`job=${'x'.repeat(1001)}`, 'job'],
    ['source=test&after=', 'after'],
    ['source=test&source=hn', 'source'],
  ] as const) {
    const response = await ask(query);
    const { faults } = problem.parse(await response.json());
    expect([query, response.status, faults?.map((fault) => fault.path)]).toEqual([query, 400, [path]]);
  }
  expect((await ask('source=test&more=1')).status).toBe(400);
});
