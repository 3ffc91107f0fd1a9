import { expect, test } from '@jest/globals';
import type { Stores } from '../stores/stores-of.ts';
import { createFactAnswers } from './fact-answers.ts';
import { createFactLimits, PATIENCE_MS } from './fact-limits.ts';

/** Answers over facts that are at a position, read one after the other and as slowly as a test says. */
const setUp = ({ maxBytes = 1_000_000, version = 'v' } = {}) => {
  const state = { position: 1, live: true, version, nowMs: 0 };
  const checkpoints = async () => [{ _id: 0, position: state.position, live: state.live }];
  const answers = createFactAnswers({
    stores: async () => ({ version: state.version, facts: { checkpoints } }) as unknown as Stores,
    ...{ partitions: async () => 1, limits: createFactLimits(), now: () => state.nowMs, maxBytes },
  });
  const readings: {
    question: string;
    end: (found: unknown) => Promise<void>;
    fail: (error: Error) => void;
  }[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const ask = async (question = 'one') => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const answer = answers.of(question, () => {
      const end = async (found: unknown) => {
        resolve(found);
        await turn();
      };
      readings.push({ question, end, fail: reject });
      return promise;
    });
    answer.catch(() => undefined);
    await turn();
    return { answer };
  };
  return { state, readings, ask, turn };
};
const foundOf = async ({ answer }: { answer: Promise<{ found: unknown }> }) => (await answer).found;

test('equal questions are one reading, and one that is asked again has its answer while the facts stay the same', async () => {
  const { readings, ask, state } = setUp();
  const asked = [await ask(), await ask()];
  await readings[0]!.end('a');
  const again = await ask();
  expect(await Promise.all([...asked, again].map(foundOf))).toEqual(['a', 'a', 'a']);
  expect(readings).toHaveLength(1);
  // Whether facts have caught up is as it is now.
  state.live = false;
  expect((await (await ask()).answer).answeredFrom.caughtUp).toBe(false);
});

test('an answer says of which version the facts were when its reading began, and facts that moved are read again', async () => {
  const { readings, ask, state } = setUp();
  const first = await ask();
  await readings[0]!.end('a');
  state.position = 2;
  const second = await ask();
  await readings[1]!.end('b');
  const [a, b] = [await first.answer, await second.answer];
  expect([a.found, b.found]).toEqual(['a', 'b']);
  expect(a.answeredFrom.viewVersion).not.toBe(b.answeredFrom.viewVersion);
});

test('who asks after facts moved is not given a reading that began before, but the next one, which others share', async () => {
  const { readings, ask, state, turn } = setUp();
  const before = await ask();
  state.position = 2;
  state.nowMs = 10;
  const after = [await ask(), await ask()];
  await readings[0]!.end('a');
  await turn();
  await readings[1]!.end('b');
  expect(await Promise.all([before, ...after].map(foundOf))).toEqual(['a', 'b', 'b']);
  expect(readings).toHaveLength(2);
});

test('where a reading takes longer than a caller waits, the last answer is given while the next one is read', async () => {
  const { readings, ask, state } = setUp();
  const first = await ask();
  state.nowMs = PATIENCE_MS + 1;
  await readings[0]!.end('a');
  state.position = 2;
  const second = await ask();
  expect([await foundOf(first), await foundOf(second)]).toEqual(['a', 'a']);
  expect((await second.answer).answeredFrom).toEqual((await first.answer).answeredFrom);
  expect(readings).toHaveLength(2);
  // An answer that is a minute old is none.
  state.nowMs += 60_001;
  const third = await ask();
  await readings[1]!.end('b');
  expect(await foundOf(third)).toBe('b');
});

test('who has waited so long that another reading would be too late is given the one that began before the question', async () => {
  const { readings, ask, state } = setUp();
  await ask();
  state.position = 2;
  state.nowMs = 0.1 * PATIENCE_MS;
  const second = await ask();
  state.nowMs = 0.6 * PATIENCE_MS;
  await readings[0]!.end('a');
  expect(await foundOf(second)).toBe('a');
});

test('an answer of other read models is never given', async () => {
  const { readings, ask, state } = setUp();
  await ask();
  state.nowMs = PATIENCE_MS + 1;
  await readings[0]!.end('a');
  state.version = 'w';
  const second = await ask();
  await readings[1]!.end('b');
  expect(await foundOf(second)).toBe('b');
});

test('a reading that fails fails for all who wait for it, and the next question is read anew', async () => {
  const { readings, ask } = setUp();
  const asked = [await ask(), await ask()];
  readings[0]!.fail(new Error('away'));
  for (const { answer } of asked) await expect(answer).rejects.toThrow('away');
  const again = await ask();
  await readings[1]!.end('a');
  expect(await foundOf(again)).toBe('a');
});
