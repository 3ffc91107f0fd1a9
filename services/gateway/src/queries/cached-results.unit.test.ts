import { expect, test } from '@jest/globals';
import { appError } from '@skillstream/errors';
import { createCachedResults, type GivenResult } from './cached-results.ts';
import { createResultMemory } from './result-memory.ts';

const result = (status: number): GivenResult['result'] => ({
  ...{ status, contentType: 'application/json', tag: null, body: '{}' },
});

/** Results of which each query is answered by the next of these, as soon as `go` is called. */
const start = (...answers: (GivenResult['result'] | Error)[]) => {
  const gate = Promise.withResolvers<void>();
  let asked = 0;
  const results = createCachedResults({
    viewVersion: async () => 'a',
    memory: createResultMemory(1000),
    shared: { find: async () => null, put: async () => {} },
    ask: async () => {
      const answer = answers[asked++]!;
      await gate.promise;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isUnavailable: () => false,
    now: () => 0,
  });
  return { go: gate.resolve, asked: () => asked, ask: () => results('/v1/demand', { traceparent: '' }) };
};

test('equal queries at a time are sent once', async () => {
  const { ask, go, asked } = start(result(200));
  const both = [ask(), ask()];
  go();
  expect((await Promise.all(both)).map(({ from }) => from)).toEqual(['analytics', 'flight']);
  expect(asked()).toBe(1);
});

test.each([
  ['with an error', appError('rate-limited', 'a client may have 192 requests under way')],
  ['with a response', result(401)],
])('whoever joins a query that is refused to another %s is not refused with it', async (_how, refusal) => {
  const { ask, go, asked } = start(refusal, result(200));
  const [first, ...others] = [ask(), ask(), ask()];
  go();
  await Promise.allSettled([first]);
  expect(await Promise.all(others)).toMatchObject([
    { from: 'analytics', result: { status: 200 } },
    { from: 'flight', result: { status: 200 } },
  ]);
  expect(asked()).toBe(2);
});

test('an error that is no refusal is the answer of all who wait for it', async () => {
  const { ask, go, asked } = start(new Error('broken'));
  const both = [ask(), ask()];
  go();
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked()).toBe(1);
});
