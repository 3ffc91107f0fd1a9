import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { createWorkerThread, type AskThread } from './worker-thread.ts';

// A real thread that does what its messages say.
const script = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (reported) => {
    if (reported === 'hang') for (;;);
    if (reported === 'die') process.exit(1);
    if (reported === 'throw') throw new Error('as reported');
    parentPort.postMessage({ result: reported });
  });
  parentPort.postMessage('ready');
`;
let threads: AskThread<string>;
let started = 0;
afterEach(() => threads.stop());

const start = ({ mostWaiting = 100, timeoutMs = 20_000, code = script } = {}) => {
  started = 0;
  threads = createWorkerThread<string>({
    start: () => ((started += 1), new Worker(code, { eval: true })),
    ...{ log: silentLog(), mostWaiting, timeoutMs, backoff: { firstMs: 1, maxMs: 10 } },
  });
  threads.start();
  return threads;
};
const codeOf = (asked: Promise<string>) => asked.catch(({ code }: { code: string }) => code);

test('every query gets its own result, in order, from one thread', async () => {
  const { ask } = start();
  const queries = Array.from({ length: 50 }, (_, n) => `request ${n}`);
  expect(await Promise.all(queries.map((request) => ask(request)))).toEqual(queries);
  expect(started).toBe(1);
});

test.each([
  ['dies', 'die', 'unavailable', 20_000],
  ['fails', 'throw', 'unavailable', 20_000],
  ['does not come to an end', 'hang', 'overloaded', 500],
])('a thread that %s is replaced: only that query is lost', async (_, reported, code, timeoutMs) => {
  const { ask } = start({ timeoutMs });
  expect(await ask('before')).toBe('before');
  const [lost, after] = [codeOf(ask(reported)), codeOf(ask('after'))];
  expect(await lost).toBe(code);
  // The next query may have waited too long by then; it succeeds when it is repeated.
  expect(['after', 'overloaded']).toContain(await after);
  let again = '';
  while (again !== 'again') again = await codeOf(ask('again'));
  expect(started).toBeGreaterThanOrEqual(2);
});

test('a bounded number of queries waits: the next is overloaded at once', async () => {
  const { ask } = start({ mostWaiting: 2, code: 'setInterval(() => {}, 1000)' });
  const waiting = [codeOf(ask('one')), codeOf(ask('two'))];
  expect(await codeOf(ask('three'))).toBe('overloaded');
  await threads.stop();
  expect(await Promise.all(waiting)).toEqual(['unavailable', 'unavailable']);
});

test('a query that waits too long is overloaded, and a thread that is only slow to start is not terminated for it', async () => {
  const { ask } = start({ timeoutMs: 50, code: 'setInterval(() => {}, 1000)' });
  expect(await codeOf(ask('one'))).toBe('overloaded');
  expect(started).toBe(1);
});

test('a client that has left frees its capacity', async () => {
  const { ask } = start({ mostWaiting: 1, code: 'setInterval(() => {}, 1000)' });
  const gone = new AbortController();
  const left = codeOf(ask('one', gone.signal));
  gone.abort();
  expect(await left).toBe('overloaded');
  const next = codeOf(ask('two'));
  await threads.stop();
  expect(await next).toBe('unavailable');
});

test('after the stop no query runs, and no thread is left', async () => {
  const { ask } = start();
  await ask('one');
  await threads.stop();
  expect(await codeOf(ask('two'))).toBe('unavailable');
  expect(started).toBe(1);
});
