import { expect, test } from '@jest/globals';
import { createTurns } from '@skillstream/async';
import { appError } from '@skillstream/errors';
import { silentLog } from '@skillstream/runtime';
import { postingOf } from '../../test/linked.ts';
import type { DueToLink } from '../store/link-queue.ts';
import { newMark } from '../store/pending.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import type { Assigned } from './assign.ts';
import type { FindAlone } from './find-alone.ts';
import { createLinkPage } from './link-page.ts';

const dueOf = (_id: string, job: string | null): DueToLink => {
  const { posting } = postingOf(_id, 0);
  return { _id, version: 1, retracted: false, posting: Buffer.from(JSON.stringify(posting)), job } as never;
};
/** Moved from `before` to `after`; to none, where it is `busy`. */
const page = [dueOf('p', 'before'), dueOf('q', null), dueOf('r', null)];
const moved: Assigned = { job: 'after', left: ['before'], class: 'full' };
const joined: Assigned = { job: 'other', left: [], class: 'full' };

type Given = {
  p?: Assigned | 'busy';
  publishJob?: (job: string) => Promise<boolean>;
  findAlone?: FindAlone;
  splits?: boolean;
};

/** What becomes of the page: the jobs in the order in which they were published, what is cleared, and what is not. */
const linked = async ({ p = moved, publishJob = async () => true, findAlone, splits = true }: Given = {}) => {
  const published: string[] = [];
  const seen = {
    cleared: [] as string[],
    marked: [] as string[],
    settled: [] as string[],
    split: [] as string[],
    failed: 0,
  };
  const signatures = {
    putAll: async () => undefined,
    settle: async (all: ReadonlyMap<string, string[]>) => void seen.settled.push(...all.keys()),
  };
  const linkPage = createLinkPage({
    queue: {
      clear: async (done) => void seen.cleared.push(...done.map(({ id }) => id)),
      renew: async () => ({ mark: newMark(), over: null }),
      mark: async (ids) => void seen.marked.push(...ids),
    },
    signatures: signatures as unknown as SignatureStore,
    findAlone: findAlone ?? (async () => new Map([['r', { job: 'r:1', left: [], class: 'none' }]])),
    assign: async (id) => (id === 'p' ? p : joined),
    publishJob: async (job) => {
      published.push(job);
      return publishJob(job);
    },
    splitJob: async (job) => {
      seen.split.push(job);
      return splits;
    },
    ...{ step: async () => undefined, turns: createTurns(), log: silentLog() },
    ...{ onLinked: () => undefined, onFailed: () => (seen.failed += 1) },
  });
  const later = await linkPage(page);
  return { later, published, ...seen };
};
const all = ['p', 'q', 'r'];
const allDone = { later: [], cleared: all, marked: [], settled: all, split: ['before'], failed: 0 };

test('a posting that moved is published with its new job before the former one has another primary', async () => {
  expect(await linked()).toEqual({ ...allDone, published: ['after', 'other', 'before'] });
});

test.each<[string, Given]>([
  ['to which one has moved', { publishJob: async (job) => job !== 'after' }],
  ['of one that is moved all the time', { p: 'busy' }],
])(
  'a job %s, and that changes all the time, waits with what was left for it; the rest is linked',
  async (_, given) => {
    const { published, ...rest } = await linked(given);
    expect(published).not.toContain('before');
    expect(published).toContain('other');
    const cleared = ['q', 'r'];
    expect(rest).toEqual({ later: ['p'], cleared, marked: ['p'], settled: cleared, split: [], failed: 0 });
  },
);

test('only a job that a posting has left is looked at for what hung on it', async () => {
  expect((await linked({ p: joined })).split).toEqual([]);
});

test('a posting that has left a job whose members change meanwhile is looked at again', async () => {
  expect(await linked({ splits: false })).toMatchObject({ later: ['p'], cleared: ['q', 'r'] });
});

test('a job that cannot be published for what it is holds up nothing, and is counted', async () => {
  const publishJob = async (job: string) => {
    if (job === 'other') throw new TypeError('broken');
    return true;
  };
  expect(await linked({ publishJob })).toMatchObject({ ...allDone, failed: 1 });
});

test('an engine that fails ends the page, with all marks as they were', async () => {
  const publishJob = async () => {
    throw appError('unavailable', 'away');
  };
  await expect(linked({ publishJob })).rejects.toThrow('away');
});

test('where nobody knows which are alone each is looked at by itself', async () => {
  const findAlone = async () => {
    throw new TypeError('broken');
  };
  expect(await linked({ findAlone })).toMatchObject(allDone);
});
