import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { factsOf } from '../src/expiry/facts-of.ts';
import { createExpiryStore } from '../src/store/expiry-store.ts';
import { createErasing, type ErasingDeps, type ErasingStore } from '../src/erasure/erasing.ts';
import { createErasurePreview } from '../src/erasure/preview.ts';
import { createErasureStore, type ErasureStore } from '../src/store/erasure-store.ts';
import { createDocuments } from '../src/store/documents.ts';
import { createPostingsStore } from '../src/store/postings-store.ts';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from './own-database.ts';
import { arrival, idOf, NOW } from './postings.ts';

const MARKER = 'unmistakable words';
let database: Awaited<ReturnType<typeof openOwnDatabase>>;
beforeAll(async () => {
  database = await openOwnDatabase('erasure');
});
afterAll(async () => {
  await database.close();
});

let stores = 0;
/** A store of its own with these postings, and one of another source. */
const storeWith = async (texts: Record<string, string>) => {
  const documents = createDocuments(database.connection, `s${(stores += 1)}-`, silentLog());
  const store = createPostingsStore(documents);
  const arrivals = Object.entries(texts).map(([id, text]) => arrival(id, text));
  await store.accept(arrivals, NOW);
  const all = () => documents.postings().find().toArray();
  const live = async () => (await all()).filter(({ retracted }) => !retracted).map(({ _id }) => _id);
  return { store, erasures: createErasureStore(documents), documents, all, live };
};

/** The steps on a store, without Kafka. */
const erasingOf = (store: ErasingStore, more: Partial<ErasingDeps> = {}) =>
  createErasing({
    store,
    ...{ readersPassed: async () => true, findLetters: async (runs) => runs.map(() => []) },
    eraseLetters: async () => ({ letters: 2, unmigrated: 1 }),
    ...{ onStored: () => undefined, isCrowded: () => false, onFailed: () => undefined },
    ...{ newId: () => 'next', now: () => new Date(), pauseMs: () => 0, batch: { ids: 3, texts: 2 } },
    ...more,
  });
const published = async ({ documents }: Awaited<ReturnType<typeof storeWith>>) =>
  void (await documents.postings().updateMany({}, { $set: { pendingVersion: null } }));
const tenTexts = Object.fromEntries(
  Array.from({ length: 10 }, (_, i) => [`p${i}`, i < 7 ? `${MARKER} ${i}` : `others ${i}`]),
);
const ask = (store: ErasureStore, chosen: string[] | null, runId = 'run') =>
  store.ask({ source: 'test', chosen, runId, now: new Date() });

/** A process that dies at its n-th call of the store, before the call or after it: nothing of it arrives later. */
const dyingAt = (store: ErasingStore, n: number, when: 'before' | 'after') => {
  let calls = 0;
  let dead = false;
  const call =
    (make: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      calls += 1;
      if (dead || (calls === n && when === 'before')) dead = true;
      else {
        const result = await make(...args);
        if (calls < n) return result;
        dead = true;
      }
      throw new Error('dead');
    };
  const wrapped = Object.fromEntries(
    Object.entries(store).map(([name, make]) => [
      name,
      call(make as (...args: unknown[]) => Promise<unknown>),
    ]),
  ) as ErasingStore;
  return { wrapped, isDead: () => dead };
};

describe('the steps of an erasure', () => {
  test.each([
    ['all postings', null, 10],
    ['those with a text', [MARKER.toUpperCase()], 7],
  ])(
    'retract %s with their text, whatever crashes between two of them, and count each once',
    async (_what, chosen, gone) => {
      const own = await storeWith(tenTexts);
      await ask(own.erasures, chosen);
      // One process after the other, each of which dies at another call: nothing is in memory but what one step has.
      let deaths = 0;
      for (let n = 0; (await own.erasures.read('test'))?.state === 'running'; n += 1) {
        const process = dyingAt(own.erasures, 2 + (n % 9), n % 2 === 0 ? 'before' : 'after');
        const erasing = erasingOf(process.wrapped);
        await published(own);
        while (await erasing.step().catch(() => false));
        if (process.isDead()) deaths += 1;
      }
      expect(deaths).toBeGreaterThan(6);
      expect(await own.erasures.read('test')).toMatchObject({
        ...{ state: 'ended', total: 10, done: 10, erased: gone, letters: 2, unmigrated: 1 },
        ...{ chosen: null, matching: chosen !== null, failures: 0, reason: null },
      });
      expect(await own.live()).toHaveLength(10 - gone);
      expect(JSON.stringify(await own.all())).not.toMatch(new RegExp(MARKER));
      for (const { retracted, version, posting, contentHash } of await own.all())
        expect([version, posting, contentHash]).toEqual(
          retracted ? [2, null, null] : [1, expect.anything(), expect.any(String)],
        );
    },
  );

  test('postings are counted by their run, also where the clock of another replica began it', async () => {
    const own = await storeWith({ a: MARKER, b: MARKER });
    await own.erasures.ask({ source: 'test', chosen: null, runId: 'first', now: new Date() });
    const late = () => new Date(Date.now() - 3_600_000);
    const erasing = erasingOf(own.erasures, { now: late });
    await erasing.step();
    expect(await own.erasures.read('test')).toMatchObject({ done: 2, erased: 2 });
    await own.erasures.ask({ source: 'test', chosen: null, runId: 'second', now: late() });
    await published(own);
    while (await erasing.step()) await published(own);
    // What the run before has erased is not of this one.
    while (await erasing.step()) await published(own);
    expect(await own.erasures.read('test')).toMatchObject({ runId: 'second', state: 'ended', erased: 0 });
  });

  test('the next ids are of the source alone, in order, whatever other names begin like it', async () => {
    const { documents, erasures, store } = await storeWith({ a: '1', b: '2', c: '3' });
    for (const source of ['tes', 'test-1', 'test0', 'testt', 'a', 'z']) {
      const other = arrival('a').posting;
      const posting = { ...other, source, postingId: other.postingId.replace(/^test/, source) };
      await store.accept([{ posting, traceparent: null }], NOW);
    }
    expect(await documents.postings().countDocuments()).toBe(9);
    const ids = ['a', 'b', 'c'].map(idOf).toSorted();
    expect(await erasures.idsAfter('test', null, 10)).toEqual(ids);
    expect(await erasures.idsAfter('test', ids[0]!, 1)).toEqual([ids[1]]);
    expect(await erasures.idsAfter('test', ids[2]!, 10)).toEqual([]);
  });

  test('names that are made up leave no documents without bound, and one that found nothing is answered', async () => {
    const own = await storeWith({ a: MARKER });
    const start = Date.now();
    const askFor = (source: string, ms: number) =>
      own.erasures.ask({ source, chosen: null, runId: source, now: new Date(start + ms) });
    for (let i = 0; i < 200; i += 1) await askFor(`made-up-${i}`, 0);
    await expect(askFor('test', 1)).rejects.toMatchObject({ code: 'overloaded' });
    // In progress already: it takes no more room.
    expect(await askFor('made-up-7', 2)).toMatchObject({ again: { chosen: null } });
    const erasing = erasingOf(own.erasures, { eraseLetters: async () => ({ letters: 0, unmigrated: 0 }) });
    while (await erasing.step());
    expect(await own.erasures.read('made-up-9')).toMatchObject({ state: 'ended', total: 0 });
    await expect(askFor('another', 3)).rejects.toMatchObject({ code: 'overloaded' });
    // One with postings waits for none of these.
    expect(await askFor('test', 4)).toMatchObject({ state: 'running', total: 1 });
    expect(await askFor('another', 700_000)).toMatchObject({ state: 'running', total: 0 });
    expect(await own.erasures.read('made-up-9')).toBeNull();
    expect(await own.documents.erasures().countDocuments()).toBe(2);
  });

  test('a posting that changes while it is erased is decided again by what it says now', async () => {
    const own = await storeWith({ a: MARKER, b: MARKER });
    await ask(own.erasures, [MARKER]);
    let changed = false;
    const meddling: ErasingStore = {
      ...own.erasures,
      retract: async (found, by) => {
        if (!changed) await own.store.accept([arrival('a', 'harmless'), arrival('b', `${MARKER}!`)], NOW);
        changed = true;
        return own.erasures.retract(found, by);
      },
    };
    await erasingOf(meddling).step();
    expect(await own.live()).toEqual([idOf('a')]);
    expect(await own.erasures.read('test')).toMatchObject({ done: 2, erased: 1 });
  });

  test('letters wait until everything is published and their writers have passed it', async () => {
    const own = await storeWith({ a: MARKER });
    await ask(own.erasures, null);
    let passed = false;
    const erasing = erasingOf(own.erasures, { readersPassed: async () => passed });
    for (let i = 0; i < 5; i += 1) await erasing.step();
    expect(await own.erasures.read('test')).toMatchObject({ state: 'running', phase: 'readers' });
    passed = true;
    // The retraction is still pending.
    await erasing.step();
    expect(await own.erasures.read('test')).toMatchObject({ state: 'running', phase: 'readers' });
    await published(own);
    while (await erasing.step());
    expect(await own.erasures.read('test')).toMatchObject({ state: 'ended' });
  });

  test('a run that erased letters has what took them away published again a day later, once', async () => {
    const own = await storeWith({ a: MARKER });
    const start = new Date();
    const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
    await ask(own.erasures, null);
    await own.erasures.ask({ source: 'zulu', chosen: null, runId: 'other', now: start });
    const letters: ErasingDeps['eraseLetters'] = async ({ source }) => ({
      ...{ letters: source === 'test' ? 2 : 0, unmigrated: 0 },
    });
    const erasing = erasingOf(own.erasures, { eraseLetters: letters, now: () => start });
    while (await erasing.step()) await published(own);
    expect(await own.erasures.lettersToRepeat(after(24))).toEqual([]);
    // A crash before the run ended has it remembered again, later.
    await own.erasures.repeatLetters('run', after(1));
    expect(await own.erasures.lettersToRepeat(after(24.5))).toEqual([]);
    expect(await own.erasures.lettersToRepeat(after(25.5))).toEqual(['run']);
    await own.erasures.lettersRepeated(['run']);
    expect(await own.erasures.lettersToRepeat(after(1000))).toEqual([]);
  });

  test('a failure is told, tried again after its pause, and does not hold up another source', async () => {
    const own = await storeWith({ a: MARKER });
    await ask(own.erasures, null);
    await own.erasures.ask({ source: 'zulu', chosen: null, runId: 'other', now: new Date() });
    const eraseLetters: ErasingDeps['eraseLetters'] = async ({ source }) => {
      if (source === 'test') throw new Error('Kafka is gone');
      return { letters: 0, unmigrated: 0 };
    };
    const erasing = erasingOf(own.erasures, { eraseLetters, pauseMs: () => 60_000 });
    await published(own);
    while (await erasing.step()) await published(own);
    expect(await own.erasures.read('zulu')).toMatchObject({ state: 'ended', total: 0, erased: 0 });
    expect(await own.erasures.read('test')).toMatchObject({ state: 'running', failures: 1 });
    expect(await erasing.step()).toBe(false);
    expect(await own.erasures.read('test')).toMatchObject({ failures: 1, reason: expect.any(String) });
  });

  test('what is asked for while one runs follows it, once for all that asked, and finds what came meanwhile', async () => {
    const own = await storeWith({ a: MARKER, b: 'harmless' });
    await ask(own.erasures, ['nothing holds this']);
    const erasing = erasingOf(own.erasures);
    await erasing.step();
    await own.store.accept([arrival('a0', MARKER)], NOW);
    const joined = await ask(own.erasures, [MARKER], 'second');
    expect(joined).toMatchObject({ runId: 'run', again: { chosen: [MARKER] } });
    expect(await ask(own.erasures, ['b-text'], 'third')).toMatchObject({
      again: { chosen: [MARKER, 'b-text'] },
    });
    await published(own);
    while (await erasing.step()) await published(own);
    await erasing.step();
    expect(await own.erasures.read('test')).toMatchObject({ runId: 'second', state: 'ended', erased: 2 });
    expect(await own.live()).toEqual([idOf('b')]);
  });

  test('of expired postings those go whose employer or place has the text, and the preview names the same', async () => {
    const own = await storeWith({ live: 'harmless' });
    const add = async (id: string, change: object) => {
      const made = arrival(id, 'harmless');
      await own.store.accept([{ ...made, posting: { ...made.posting, ...change } }], NOW);
    };
    const place = { country: 'DE', region: null, city: 'Unmistakable Words' };
    await add('employer', { organization: `${MARKER} GmbH` });
    await add('place', { location: place });
    await add('other', { organization: 'Paper Boats' });
    await published(own);
    const due = (await own.all()).filter(({ _id }) => _id !== idOf('live'));
    expect(await createExpiryStore(own.documents, { isLinking: false }).expire(due, factsOf, NOW)).toBe(3);
    await published(own);

    const doomed = [idOf('employer'), idOf('place')].sort();
    const preview = await createErasurePreview(own.erasures, () => performance.now())('test', [MARKER]);
    expect(preview).toMatchObject({ postings: 2, complete: true });
    expect(preview.examples.toSorted()).toEqual(doomed);
    await ask(own.erasures, [MARKER]);
    const erasing = erasingOf(own.erasures);
    while (await erasing.step()) await published(own);
    expect(await own.erasures.read('test')).toMatchObject({ state: 'ended', total: 4, erased: 2 });
    const all = await own.all();
    expect(
      all
        .filter(({ retracted }) => retracted)
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual(doomed);
    expect(
      all
        .map((one) => `${String(one.posting)} ${String(one.facts)}`)
        .join()
        .toLowerCase(),
    ).not.toContain(MARKER);
  });

  test('the retraction of an erased posting has a later version, and sent again it is stored again', async () => {
    const own = await storeWith({ a: MARKER });
    await ask(own.erasures, null);
    await erasingOf(own.erasures).step();
    expect((await own.erasures.sourcesOf([idOf('a'), 'nobody'])).get(idOf('a'))).toEqual({
      source: 'test',
      erased: true,
    });
    expect(await own.store.accept([arrival('a', MARKER)], NOW)).toEqual([{ status: 'accepted', version: 3 }]);
    expect((await own.erasures.sourcesOf([idOf('a')])).get(idOf('a'))).toMatchObject({ erased: false });
  });
});
