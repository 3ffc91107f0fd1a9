import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createFetcher, detectBoard, type Source } from '@skillstream/boards';
import { startReplayServer, type Replay, type ReplayServer } from '../../boards/test/replay-server.ts';
import { runSource } from '../src/sources/run-source.ts';
import { newState, type SourceState } from '../src/sources/source-state.ts';
import { startFakeGateway, type Classifier } from './fake-gateway.ts';

const ADDRESS = 'https://boards.greenhouse.io/boats';
const source: Source = {
  name: 'boats',
  address: ADDRESS,
  paused: false,
  everyMinutes: 60,
  ...detectBoard(ADDRESS)!,
};
const fresh: SourceState = newState();

let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
let server: ReplayServer;
let answer: Replay;
const start = async (validate?: Classifier) => {
  gateway = await startFakeGateway(validate);
};
beforeEach(async () => {
  server = await startReplayServer((_, { headers }) =>
    answer.headers?.['etag'] !== undefined && headers['if-none-match'] === answer.headers['etag']
      ? { status: 304 }
      : answer,
  );
});
afterEach(async () => {
  await server.close();
  await gateway.stop();
});

const jobs = (...ids: number[]) =>
  ids.map((id) => ({ id, title: 'Mate', content: `&lt;p&gt;Go ${id}&lt;/p&gt;` }));
const list = (ids: number[], total = ids.length, headers: Record<string, string> = {}): Replay => ({
  headers,
  body: JSON.stringify({ jobs: jobs(...ids), meta: { total } }),
});
const run = (state = fresh, of = source) =>
  runSource(of, {
    fetch: createFetcher({
      ...{ dispatcher: server.dispatcher, userAgent: 'skillstream-test', everyMs: 0 },
      ...{ maxBytes: 1_000_000, timeoutMs: 5_000, sleep: async () => undefined },
    }),
    ...{
      at: { address: gateway.url, token: async () => 'none' },
      state,
      now: new Date('2026-01-02T03:04:05Z'),
    },
    ...{ onFault: () => undefined, onRejected: async () => undefined, patienceMs: 0 },
  });

test('a board is read and sent; read again it is as it was, and nothing is sent', async () => {
  await start();
  answer = list([1, 2], 2, { etag: '"1"' });
  const first = await run();
  expect(gateway.taken).toEqual(['1 <p>Go 1</p>', '2 <p>Go 2</p>']);
  expect(first.run).toEqual({
    ...{ at: '2026-01-02T03:04:05.000Z', state: 'complete', reason: null, listed: 2 },
    ...{ accepted: 2, unchanged: 0, rejected: 0, gone: 0 },
  });
  const asked = gateway.requests();
  const second = await run(first.state);
  expect(second.run).toMatchObject({ state: 'unchanged', accepted: 0 });
  expect(gateway.requests()).toBe(asked);
  expect(second.state).toMatchObject({ validators: { etag: '"1"' }, postings: ['1', '2'] });
});

describe('what is no longer listed is gone', () => {
  test('where all of the list was read', async () => {
    await start();
    answer = list([1, 2, 3]);
    const { state } = await run();
    answer = list([1, 3]);
    expect(await run(state)).toMatchObject({
      run: { state: 'complete', gone: 1 },
      state: { postings: ['1', '3'] },
    });
  });

  test.each<[string, Replay]>([
    ['the board says more jobs than it lists', list([1], 3)],
    ['the answer breaks off', { body: '{"jobs":[' }],
    ['the board fails', { status: 500 }],
    ['the answer is of another kind', { body: '<html>maintenance</html>' }],
    [
      'one of the jobs has no id',
      { body: JSON.stringify({ jobs: [...jobs(1), { title: 'Mate' }], meta: { total: 2 } }) },
    ],
  ])('and nothing is where %s', async (_, partial) => {
    await start();
    answer = list([1, 2, 3]);
    const { state } = await run();
    expect(state.postings).toHaveLength(3);
    answer = partial;
    expect((await run(state)).run.gone).toBe(0);
  });
});

test('after a job that could not be read the list is read again, and that one is not gone, though others are', async () => {
  await start();
  answer = list([1, 2], 2, { etag: '"1"' });
  const { state } = await run();
  answer = {
    headers: { etag: '"2"' },
    body: JSON.stringify({ jobs: [...jobs(3), { id: 2 }], meta: { total: 2 } }),
  };
  const second = await run(state);
  expect(second).toMatchObject({
    run: { state: 'complete', rejected: 1, gone: 1 },
    state: { validators: {}, postings: ['2', '3'] },
  });
  expect((await run(second.state)).run).toMatchObject({ state: 'complete', unchanged: 1 });
});

test('of a board that lists its newest jobs alone nothing is gone', async () => {
  await start();
  const newest = { ...source, board: { ...source.board, newestOnly: true } };
  answer = list([1, 2]);
  const { state } = await run(fresh, newest);
  answer = list([2, 3]);
  expect((await run(state, newest)).run).toMatchObject({ state: 'complete', accepted: 1, gone: 0 });
});

test('what could not be sent is read again the next time, though the board says that nothing has changed', async () => {
  await start(() => 'unavailable');
  answer = list([1, 2], 2, { etag: '"1"' });
  const { state, run: last, error } = await run();
  expect(error).not.toBeNull();
  expect(last).toMatchObject({ state: 'partial', accepted: 0 });
  expect(state).toMatchObject({ validators: {}, postings: [] });
});
