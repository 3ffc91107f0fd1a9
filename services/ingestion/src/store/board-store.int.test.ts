import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { openOwnDatabase } from '../../test/own-database.ts';
import { createBoardStore, type BoardStore } from './board-store.ts';
import { createDocuments, type Documents } from './documents.ts';

const NOW = new Date('2026-01-02T03:00:00Z');
let connection: Awaited<ReturnType<typeof openOwnDatabase>>['connection'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connection, close } = await openOwnDatabase('boards'));
});
afterAll(() => close());

let stores = 0;
/** A store that knows one source. */
const openStore = async () => {
  const documents = createDocuments(connection, `s${(stores += 1)}-`, silentLog());
  const store = createBoardStore(documents);
  await store.ensure(['boats'], NOW);
  return { documents, store, found: async () => (await store.find(['boats'])).get('boats')! };
};
const noEnd = { lastRun: null, nextDueAt: null };
const begin = (store: BoardStore, now = NOW) =>
  store.begin('boats', 'list', ({ paused }) => paused !== true, now);

/** The same documents, of which a board changes as soon as it was read. */
const changingAfterRead = (documents: Documents, change: () => Promise<unknown>): Documents => ({
  ...documents,
  boards: () => {
    const boards = documents.boards();
    return new Proxy(boards, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (name === 'findOne')
          return async (filter: object) => {
            const found = await boards.findOne(filter);
            await change();
            return found;
          };
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  },
});

test.each([
  ['with progress', true],
  ['without', false],
])('a run that is handed over %s has the attempts that it would have had', async (_what, hasProgress) => {
  const { store } = await openStore();
  const { run } = (await begin(store))!;
  expect(run.attempts).toBe(1);
  if (hasProgress) await store.progress('boats', run, { fresh: [], jobs: [], now: NOW });
  await store.handOver('boats', run.id);
  expect((await begin(store))!.run.attempts).toBe(1);
});

test('a source that is paused while its run begins is not run', async () => {
  const { documents, store, found } = await openStore();
  const racing = createBoardStore(changingAfterRead(documents, () => store.pause('boats', true)));
  expect(await begin(racing)).toBeNull();
  expect(await found()).toMatchObject({ paused: true, run: null });
});

test('a pause ends an open run, which can store nothing then, and what was asked for', async () => {
  const { store, found } = await openStore();
  const { run } = (await begin(store))!;
  await store.assertOpen('boats', run.id);
  await store.request('boats', NOW);
  await store.pause('boats', true);
  expect(await found()).toMatchObject({ paused: true, run: null, requestedAt: null });
  const fenced = expect.objectContaining({ code: 'fenced' });
  await expect(store.assertOpen('boats', run.id)).rejects.toEqual(fenced);
  await expect(store.progress('boats', run, { fresh: ['x'], jobs: ['x'], now: NOW })).rejects.toEqual(fenced);
});

test('a drop is accepted until its run has ended, or somebody asks without that', async () => {
  const { store, found } = await openStore();
  await store.request('boats', NOW, true);
  const { run } = (await begin(store))!;
  expect(await store.dropAcceptedAt('boats', run.id)).toEqual(NOW);
  expect(await store.dropAcceptedAt('boats', 'another')).toBeNull();
  await store.request('boats', NOW);
  expect(await store.dropAcceptedAt('boats', run.id)).toBeNull();
  await store.request('boats', NOW, true);
  await store.pause('boats', true);
  expect(await found()).toMatchObject({ requestedAt: null, dropAcceptedAt: null });
});

test('a run that accepts a drop reads its list from the beginning, also where one was broken off', async () => {
  const { store } = await openStore();
  await begin(store);
  expect(await begin(store)).toMatchObject({ isResumed: true });
  await store.request('boats', NOW, true);
  expect(await begin(store)).toMatchObject({ isResumed: false, run: { page: null } });
});

test('an accepted drop says nothing of a later run that a release before this one ended', async () => {
  const { documents, store } = await openStore();
  await store.request('boats', NOW, true);
  const { run } = (await begin(store))!;
  await documents.boards().updateOne({ _id: 'boats' }, { $set: { requestedAt: null } });
  expect(await store.dropAcceptedAt('boats', run.id)).toBeNull();
  await documents.boards().updateOne({ _id: 'boats' }, { $set: { requestedAt: new Date(0) } });
  expect(await store.dropAcceptedAt('boats', run.id)).toBeNull();
});

test('a run that was asked for goes on where a file pauses its source, and ends where none has it', async () => {
  const { store, found } = await openStore();
  await begin(store);
  await store.request('boats', NOW);
  await store.stop('boats', true);
  expect((await found()).run).not.toBeNull();
  await store.stop('boats', false);
  expect(await found()).toMatchObject({ run: null, requestedAt: null });
});

test('a run that was broken off stays open, and why is known until it ends', async () => {
  const { store, found } = await openStore();
  const { run } = (await begin(store))!;
  const brokenOff = { at: NOW, reason: 'the lease is lost', retryAt: NOW };
  await store.breakOff('boats', run.id, brokenOff);
  expect(await found()).toMatchObject({ run: { id: run.id }, brokenOff });
  await store.end('boats', run.id, noEnd, null);
  expect(await found()).toMatchObject({ run: null, brokenOff: null });
});

test('that a run was broken off is known while it is gone on with, but not of one that begins anew', async () => {
  const { store, found } = await openStore();
  const { run } = (await begin(store))!;
  const brokenOff = { at: NOW, reason: 'the lease is lost', retryAt: NOW };
  await store.breakOff('boats', run.id, brokenOff);
  expect(await begin(store)).toMatchObject({ isResumed: true });
  expect(await found()).toMatchObject({ brokenOff });
  const begun = await begin(store, new Date(NOW.getTime() + 3_600_000));
  // It is told why it is another attempt.
  expect(begun).toMatchObject({ isResumed: false, run: { attempts: 3 }, board: { brokenOff } });
  expect(await found()).toMatchObject({ brokenOff: null });
});

describe('what lists lacked', () => {
  const counts = { listed: 0, stored: 0, unchanged: 0, rejected: 0, closed: 0, filled: {}, faults: [] };
  const lastRun = { startedAt: NOW, endedAt: NOW, outcome: 'complete', reason: null, ...counts } as const;
  const lacked = { endedAt: NOW, missed: ['x'], refused: ['y'] };
  /** A store whose last run noted some. */
  const openNoted = async () => {
    const { documents, store } = await openStore();
    const { run } = (await begin(store))!;
    await store.end('boats', run.id, { lastRun, nextDueAt: null, lacked }, null);
    return { documents, store };
  };

  test('is known to the next run', async () => {
    const { store } = await openNoted();
    expect(await begin(store)).toMatchObject({ board: { lacked } });
  });

  test.each<[string, (store: BoardStore) => Promise<unknown>, Date, boolean]>([
    ['goes on where that one was broken off', async () => undefined, NOW, true],
    ['begins anew long after', async () => undefined, new Date(NOW.getTime() + 3_600_000), false],
    [
      'begins anew since it was paused',
      async (store) => {
        await store.pause('boats', true);
        await store.pause('boats', false);
      },
      NOW,
      false,
    ],
  ])(
    'is not known to one after it that %s: part of a list may have had it',
    async (_, then, now, isResumed) => {
      const { store } = await openNoted();
      await begin(store);
      await then(store);
      const begun = (await begin(store, now))!;
      expect(begun.isResumed).toBe(isResumed);
      expect(begun.board.lacked).toBeNull();
    },
  );

  test('is not known after a run that a release before this one began, or ended', async () => {
    const { documents, store } = await openNoted();
    await begin(store);
    await documents.boards().updateOne({ _id: 'boats' }, { $set: { lacked } });
    expect((await begin(store))!.board.lacked).toBeNull();
    const ended = { ...lastRun, endedAt: new Date(NOW.getTime() + 1) };
    await documents.boards().updateOne({ _id: 'boats' }, { $set: { run: null, lacked, lastRun: ended } });
    expect((await begin(store))!.board.lacked).toBeNull();
  });
});

describe('what was asked for', () => {
  const LATER = new Date(NOW.getTime() + 1);

  test('before a run is done by it', async () => {
    const { store, found } = await openStore();
    await store.request('boats', NOW, true);
    const { run } = (await begin(store))!;
    await store.end('boats', run.id, noEnd, run.requestedAt!);
    expect(await found()).toMatchObject({ run: null, requestedAt: null, dropAcceptedAt: null });
  });

  test.each([
    ['in the middle of a run', null],
    ['in the middle of one that was asked for', NOW],
  ])('%s is kept for the next one', async (_, first) => {
    const { store, found } = await openStore();
    if (first !== null) await store.request('boats', first);
    const { run } = (await begin(store))!;
    await store.request('boats', LATER, true);
    await store.end('boats', run.id, noEnd, run.requestedAt!);
    expect(await found()).toMatchObject({ run: null, requestedAt: LATER, dropAcceptedAt: LATER });
  });

  test('in the middle of a run is kept though that one is broken off and gone on with', async () => {
    const { store } = await openStore();
    await begin(store);
    await store.request('boats', LATER);
    expect(await begin(store)).toMatchObject({ isResumed: true, run: { requestedAt: null } });
  });
});

test('the attempts of a run count until it stores something, but not one whose replica is stopped', async () => {
  const { store, found } = await openStore();
  const again = async () => (await begin(store))!.run;
  await begin(store);
  const second = await again();
  expect(second.attempts).toBe(2);
  await store.handOver('boats', second.id);
  const third = await again();
  expect(third.attempts).toBe(2);
  await store.progress('boats', third, { fresh: [], jobs: [], now: NOW });
  expect((await found()).run!.attempts).toBe(0);
  expect((await again()).attempts).toBe(1);
});
