import { describe, expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import type { Board, BoardPosting, Job } from '../board.ts';
import type { Fetched, Fetcher } from '../fetch/create-fetcher.ts';
import { listIn } from '../addresses.ts';
import { ashby } from '../boards/ashby.ts';
import { lever } from '../boards/lever.ts';
import { fieldOf, idOf, presentOf, requiredOf } from '../fields.ts';
import { readBoard } from './read-board.ts';

const HOST = 'https://boards.example';
/** A board of pages, whose jobs have their text elsewhere where it is absent. */
const board: Board = {
  ...{ name: 'paper', title: 'Paper', docs: HOST, format: 'json', detect: () => null },
  list: () => `${HOST}/1`,
  page: (body) => ({
    jobs: listIn(body, 'jobs'),
    next: (fieldOf(body, 'next') as string | undefined) ?? null,
    total: (fieldOf(body, 'total') as number | undefined) ?? null,
  }),
  detail: (job) => (job['text'] === undefined ? `${HOST}/job/${String(job['id'])}` : null),
  id: idOf,
  posting: (job) => presentOf(requiredOf(job['id'], job['text'])),
};
type Answers = Record<string, unknown>;
const jobs = (...ids: number[]): Job[] => ids.map((id) => ({ id, text: 'Go' }));

type More = Partial<Parameters<typeof readBoard>[1]>;
const read = async (answers: Answers, known = {}, more: More = {}, of = board) => {
  const asked: string[] = [];
  const fetch: Fetcher = async (address): Promise<Fetched> => {
    asked.push(address.slice(HOST.length));
    const answer = answers[address.slice(HOST.length)];
    if (answer instanceof Error) throw answer;
    if (answer === 304) return { status: 'unchanged' };
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { status: 'changed', text, validators: { etag: address } };
  };
  const [postings, faults, progress] = [[] as BoardPosting[], [] as string[], [] as string[]];
  const report = await readBoard(
    { board: of, account: 'boats' },
    {
      ...{ fetch, known },
      onPosting: async (posting) => void postings.push(posting),
      onFault: (fault) => void faults.push(fault),
      onProgress: (done, total) => void progress.push(`${done}/${total}`),
      ...more,
    },
  );
  return { ...report, taken: postings.length, faults, progress, asked };
};

test('all pages are read to the end, each job once though it moves between pages', async () => {
  const answers = {
    '/1': { jobs: jobs(1, 2), next: `${HOST}/2`, total: 3 },
    '/2': { jobs: jobs(2, 3), total: 3 },
  };
  expect(await read(answers)).toMatchObject({
    ...{ complete: true, listed: 3, taken: 3, postings: ['1', '2', '3'], reason: null },
    progress: ['1/3', '2/3', '3/3'],
    // Of several pages the first may stay as it is while the others change.
    validators: {},
  });
});

test('a list of one page that is as it was is not read again', async () => {
  expect(await read({ '/1': { jobs: jobs(1) } })).toMatchObject({ validators: { etag: `${HOST}/1` } });
  const known = { etag: 'x' };
  expect(await read({ '/1': 304 }, known)).toMatchObject({
    unchanged: true,
    validators: known,
    complete: false,
  });
});

test('all pages are read before any text that they leave out, since a list moves', async () => {
  const answers = {
    '/1': { jobs: [{ id: 1 }], next: `${HOST}/2` },
    '/job/1': { text: 'Go' },
    '/2': { jobs: [{ id: 2 }] },
    '/job/2': { text: 'Go' },
  };
  expect(await read(answers)).toMatchObject({ complete: true, asked: ['/1', '/2', '/job/1', '/job/2'] });
});

test('what was listed before a page failed is read', async () => {
  const away = appError('unavailable', 'boards.example responded with 500');
  const answers = { '/1': { jobs: [{ id: 1 }], next: `${HOST}/2` }, '/2': away, '/job/1': { text: 'Go' } };
  expect(await read(answers)).toMatchObject({ complete: false, reason: away.message, postings: ['1'] });
});

test('a list that has grown since its board counted is complete', async () => {
  expect(await read({ '/1': { jobs: jobs(1, 2), total: 1 } })).toMatchObject({ complete: true, listed: 2 });
});

test('a text that the list leaves out is fetched', async () => {
  const answers = { '/1': { jobs: [{ id: 7 }] }, '/job/7': { text: 'Go' } };
  expect(await read(answers)).toMatchObject({ complete: true, postings: ['7'] });
});

describe('it is not complete, so that nothing is called gone,', () => {
  const away = appError('unavailable', 'boards.example responded with 500');
  const gone = appError('not-found', 'boards.example responded with 404');
  test.each<[string, Answers, string]>([
    [
      'where the board says another number',
      { '/1': { jobs: jobs(1, 2), total: 4 } },
      'says 4 jobs, and its list has 2',
    ],
    [
      'where a page cannot be had',
      { '/1': { jobs: jobs(1), next: `${HOST}/2` }, '/2': away },
      'responded with 500',
    ],
    [
      'where a page breaks off',
      { '/1': '{"jobs":[{"id":1,' },
      'the answer is not JSON: it breaks off at character 18',
    ],
    ['where an answer is something else', { '/1': { error: 'gone' } }, 'no list jobs'],
    [
      'where a page has no jobs and goes on',
      { '/1': { jobs: [], next: `${HOST}/2` } },
      'goes on, but without jobs',
    ],
    [
      'where the next page is on another host',
      { '/1': { jobs: jobs(1), next: 'https://x.example/' } },
      'another host',
    ],
    [
      'where the texts of several jobs in a row cannot be had',
      {
        '/1': { jobs: [1, 2, 3, 4, 5, 6].map((id) => ({ id })) },
        ...Object.fromEntries([1, 2, 3, 4, 5].map((id) => [`/job/${id}`, away])),
      },
      'responded with 500',
    ],
    [
      'where most of the texts are gone',
      {
        '/1': { jobs: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id })) },
        ...Object.fromEntries([1, 2, 3].map((id) => [`/job/${id}`, { text: 'Go' }])),
        ...Object.fromEntries([4, 5, 6, 7].map((id) => [`/job/${id}`, gone])),
      },
      '4 of 7 texts cannot be had, the last one: boards.example responded with 404',
    ],
  ])('%s', async (_, answers, reason) => {
    const report = await read(answers);
    expect(report.complete).toBe(false);
    expect(report.reason).toContain(reason);
  });
});

test.each<[string, unknown, Board]>([
  ['refuses them', appError('unavailable', 'boards.example responded with 403', { retryable: false }), board],
  ['asks who we are', '<html>Are you a robot?</html>', board],
  [
    'asks who we are, in place of a page,',
    '<html>Are you a robot?</html>',
    { ...board, detailFormat: 'html', withDetail: ashby.withDetail! },
  ],
])('a board that %s is asked for five texts, and not for the others', async (_, refusal, of) => {
  const ids = Array.from({ length: 100 }, (_, id) => id);
  const refused = Object.fromEntries(ids.map((id) => [`/job/${id}`, refusal]));
  const report = await read({ '/1': { jobs: ids.map((id) => ({ id })) }, ...refused }, {}, {}, of);
  expect(report.asked).toHaveLength(1 + 5);
  expect(report).toMatchObject({ complete: false, postings: [] });
});

test('one job that is no posting stops none of the others', async () => {
  const answers = {
    '/1': { jobs: [{ id: 1, text: '' }, { text: 'no id' }, { id: 3 }, ...jobs(4)] },
    '/job/3': appError('not-found', 'boards.example responded with 404'),
  };
  expect(await read(answers)).toMatchObject({
    ...{ complete: true, listed: 4, postings: ['4'] },
    // Two of them are listed, and what the list no longer has may be called gone; one may be any job.
    ...{ faulty: ['1', '3'], nameless: 1 },
    faults: ['job 1 has no description', 'a job has no id', 'boards.example responded with 404'],
  });
});

test('neither fault nor key of a job holds what an id that is no plain one, or a job without an id, says', async () => {
  const told: string[] = [];
  const onFault = (fault: string, _: string | null, job: string) => void told.push(fault, job);
  const list = [{ id: 'jane.doe@boats.example', text: '' }, { of: 'jane.doe' }, { id: 'a-7_B', text: '' }];
  const report = await read({ '/1': { jobs: list } }, {}, { onFault });
  expect(report).toMatchObject({ listed: 3, nameless: 1, faulty: ['jane.doe@boats.example', 'a-7_B'] });
  expect(told.join()).not.toContain('jane');
  expect(told).toEqual([
    ...['a job has no description', expect.stringMatching(/^[\w-]{43}$/)],
    ...['a job has no id', expect.stringMatching(/^[\w-]{43}$/)],
    ...['job a-7_B has no description', 'a-7_B'],
  ]);
});

test('an element of the list that is no job counts as one without an id', async () => {
  const answers = { '/1': { jobs: [null, 'sold', ...jobs(4)] } };
  expect(await read(answers)).toMatchObject({ complete: true, postings: ['4'], nameless: 1 });
});

test('an element that is no job does not end the paging of a board that counts what a page has', async () => {
  const full = [null, ...Array.from({ length: 99 }, (_, id) => ({ id, description: 'Go' }))];
  const skips: string[] = [];
  const fetch: Fetcher = async (address) => {
    skips.push(new URL(address).searchParams.get('skip')!);
    const text = JSON.stringify(skips.length === 1 ? full : [{ id: 'last', description: 'Go' }]);
    return { status: 'changed', text, validators: {} };
  };
  const [onPosting, onFault] = [async () => undefined, () => undefined];
  const report = await readBoard({ board: lever, account: 'boats' }, { fetch, onPosting, onFault });
  expect(skips).toEqual(['0', '100']);
  expect(report).toMatchObject({ complete: true, listed: 101, nameless: 1 });
});

test('a list says whether it came in one answer', async () => {
  const two = { '/1': { jobs: jobs(1), next: `${HOST}/2` }, '/2': { jobs: jobs(2) } };
  expect([(await read({ '/1': two['/2'] })).onePage, (await read(two)).onePage]).toEqual([true, false]);
});

test('pages that go around in a circle end', async () => {
  const answers = { '/1': { jobs: jobs(1), next: `${HOST}/1` } };
  expect(await read(answers)).toMatchObject({
    complete: false,
    reason: 'the list goes on, but without jobs that are new',
  });
});

test('what the caller does with a posting may fail the run', async () => {
  const fetch: Fetcher = async () => ({
    ...{ status: 'changed', validators: {} },
    text: JSON.stringify({ jobs: jobs(1) }),
  });
  const onPosting = async () => Promise.reject(new Error('nobody takes it'));
  const report = await readBoard({ board, account: '' }, { fetch, onPosting, onFault: () => undefined });
  expect(report).toMatchObject({ complete: false, reason: 'nobody takes it', faults: 0 });
});

describe('a run that was broken off goes on', () => {
  test('at the page that was being read, without its jobs that were given out', async () => {
    const answers = {
      '/2': { jobs: jobs(2, 3), next: `${HOST}/3`, total: 4 },
      '/3': { jobs: jobs(4), total: 4 },
    };
    const from = { page: `${HOST}/2`, jobs: new Set(['1', '2']) };
    expect(await read(answers, { etag: 'x' }, { from })).toMatchObject({
      ...{ complete: true, listed: 4, postings: ['3', '4'], asked: ['/2', '/3'], validators: {} },
    });
  });

  test('after the texts that were fetched, where all pages are read before', async () => {
    const answers = { '/1': { jobs: [{ id: 1 }, { id: 2 }] }, '/job/2': { text: 'Go' } };
    expect(await read(answers, {}, { from: { page: null, jobs: new Set(['1']) } })).toMatchObject({
      ...{ complete: true, listed: 2, postings: ['2'], asked: ['/1', '/job/2'] },
    });
  });

  test('though all jobs of its page were given out before', async () => {
    const answers = { '/2': { jobs: jobs(2), next: `${HOST}/3` }, '/3': { jobs: jobs(3) } };
    const from = { page: `${HOST}/2`, jobs: new Set(['1', '2']) };
    expect(await read(answers, {}, { from })).toMatchObject({ complete: true, listed: 3, postings: ['3'] });
  });
});

test('the place to go on at is told once all of a page was given out', async () => {
  const answers = { '/1': { jobs: jobs(1), next: `${HOST}/2` }, '/2': { jobs: jobs(2) } };
  const told: string[] = [];
  const onPosting = async (_: unknown, job: string) => void told.push(job);
  const { detail: _detail, ...whole } = board;
  await read(answers, {}, { onPosting, onPage: async (next) => void told.push(next) }, whole);
  expect(told).toEqual(['1', `${HOST}/2`, '2']);
});

test('a signal ends it, and no job is called broken for that', async () => {
  const stop = new AbortController();
  const answers = {
    '/1': { jobs: [{ id: 1 }, { id: 2 }] },
    '/job/1': { text: 'Go' },
    '/job/2': { text: 'Go' },
  };
  const onPosting = async () => stop.abort(new Error('the lease is lost'));
  expect(await read(answers, {}, { onPosting, signal: stop.signal })).toMatchObject({
    ...{ complete: false, reason: 'the lease is lost', faults: [], asked: ['/1', '/job/1'] },
  });
});
