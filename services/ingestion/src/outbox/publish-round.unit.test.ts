import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { appError, loggedError } from '@skillstream/errors';
import { createMetrics, silentLog } from '@skillstream/runtime';
import fc from 'fast-check';
import { type PendingPosting, markAfter } from '../store/pending.ts';
import { createPublishRound } from './publish-round.ts';

type Step = <T>(name: string, value: T) => Promise<T>;
type Stored = Omit<PendingPosting, 'pendingVersion'> & { pendingVersion: number | null };

/** A store and a log in memory. Each call takes effect when its step is let through. */
const createHarness = (step: Step) => {
  const postings = new Map<string, Stored>();
  const log: { id: string; version: number }[] = [];
  let sending = 0;
  const waiting = () =>
    [...postings.values()]
      .filter((one): one is PendingPosting => one.pendingVersion !== null)
      .sort((a, b) => a.pendingMark!.toString().localeCompare(b.pendingMark!.toString()));

  const accept = (id: string) => {
    const present = postings.get(id) ?? null;
    const version = (present?.version ?? 0) + 1;
    postings.set(id, {
      ...{ _id: id, source: 'test', version, pendingVersion: version, pendingMark: markAfter(present) },
      ...{ retracted: false, contentHash: 'x', posting: Buffer.from('{}'), traceparent: null, writes: [] },
      updatedAt: new Date(0),
    });
  };

  /** Like an index scan: each batch as things stand when it is read, from where the last one ended. */
  async function* read(): AsyncGenerator<PendingPosting[]> {
    let after = '';
    for (;;) {
      await step('read', null);
      const batch = waiting()
        .filter(({ pendingMark }) => pendingMark!.toString() > after)
        .slice(0, 2)
        .map((one) => ({ ...one }));
      if (batch.length === 0) return;
      after = batch.at(-1)!.pendingMark!.toString();
      yield batch;
    }
  }

  const clear = async (published: readonly PendingPosting[]) => {
    await step('clear', null);
    for (const { _id, pendingVersion, pendingMark } of published) {
      const present = postings.get(_id)!;
      if (present.pendingVersion === pendingVersion && present.pendingMark === pendingMark)
        postings.set(_id, { ...present, pendingVersion: null, pendingMark: null });
    }
  };

  const transact: Parameters<ReturnType<typeof createPublishRound>>[0]['publisher']['transact'] = async (
    work,
  ) => {
    sending += 1;
    expect(sending).toBe(1);
    const records: { id: string; version: number }[] = [];
    const send = async (_topic: string, sent: readonly { headers: Record<string, unknown> }[]) => {
      for (const { headers } of sent) {
        const [id, version] = String(headers['ce_id']).split(':') as [string, string];
        records.push({ id, version: Number(version) });
      }
      return sent.map((_, index) => ({ partition: 0, offset: log.length + index }));
    };
    await work({ send, sendOffset: async () => undefined });
    await step('commit', null);
    log.push(...records);
    sending -= 1;
  };

  const publishRound = createPublishRound({
    pending: { read, clear },
    ...{ topic: 'test', hooks: {}, log: silentLog(), metrics: createMetrics('test') },
    page: { maxItems: 2, maxBytes: 1000 },
  });
  const round = () =>
    publishRound({
      publisher: { transact, close: async () => undefined },
      assertLeading: () => undefined,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  return { accept, round, log, waiting, postings };
};

test('whatever is stored while pages are read, sent and cleared: no version twice, none after a newer one, none left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 25 }),
      async (scheduler, arrivals) => {
        const { accept, round, log, waiting, postings } = createHarness((name, value) =>
          scheduler.schedule(Promise.resolve(value), name),
        );
        for (const id of arrivals.splice(0, 5)) accept(`p${id}`);
        scheduler.scheduleSequence(
          arrivals.map((id) => ({ label: `store p${id}`, builder: async () => accept(`p${id}`) })),
        );
        const rounds = (async () => {
          do await round();
          while (waiting().length > 0);
        })();
        await scheduler.waitFor(rounds);
        await scheduler.waitAll();
        await scheduler.waitFor(round());
        const newest = new Map<string, number>();
        for (const { id, version } of log) {
          expect(version).toBeGreaterThan(newest.get(id) ?? 0);
          newest.set(id, version);
        }
        expect(Object.fromEntries(newest)).toEqual(
          Object.fromEntries([...postings.values()].map(({ _id, version }) => [_id, version])),
        );
      },
    ),
  );
});

test('while a page is sent the next one is read, and the one before is cleared', async () => {
  const standing = new Map<string, () => void>();
  const count: Record<string, number> = {};
  const { accept, round, log } = createHarness((name, value) => {
    const nth = `${name} ${(count[name] = (count[name] ?? 0) + 1)}`;
    return new Promise((resolve) => standing.set(nth, () => resolve(value)));
  });
  const stand = (...steps: string[]) =>
    until(`${steps.join(', ')} stand`, () => steps.every((nth) => standing.has(nth)));
  const pass = async (...steps: string[]) => {
    for (const nth of steps) {
      await stand(nth);
      standing.get(nth)!();
      standing.delete(nth);
    }
  };
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) accept(id);
  const done = round();
  await pass('read 1', 'read 2');
  await stand('commit 1', 'read 3');
  await pass('read 3', 'commit 1');
  await stand('commit 2', 'clear 1', 'read 4');
  await pass('commit 2');
  expect(standing.has('commit 3')).toBe(false);
  await pass('clear 1', 'read 4', 'clear 2', 'commit 3', 'clear 3');
  expect(await done).toEqual({ count: 6, all: true });
  expect(log.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('the posting that a topic does not take is named, since it blocks all behind it', async () => {
  const { accept, round, postings } = createHarness((name, value) =>
    name === 'commit' ? Promise.reject(appError('too-large', 'MESSAGE_TOO_LARGE')) : Promise.resolve(value),
  );
  for (const id of ['p1', 'p2']) accept(id);
  postings.get('p2')!.posting = Buffer.alloc(900);
  const error = await round().catch((thrown: unknown) => thrown);
  // As it is said in the log, on the page and by the command.
  expect(loggedError(error)).toBe('test does not take posting p2, version 1, which has 900 bytes');
});
