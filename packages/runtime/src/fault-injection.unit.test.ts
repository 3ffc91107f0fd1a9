import { expect, test } from '@jest/globals';
import { createFaultInjection } from './fault-injection.ts';

/** The signals sent by the time each of the steps was passed. */
const signalsAt = (plan: string | undefined, steps: string[]): string[][] => {
  const sent: string[] = [];
  const pass = createFaultInjection(plan, (signal) => sent.push(signal));
  return steps.map((step) => {
    pass(step);
    return [...sent];
  });
};

test.each([
  ['no plan', undefined, ['a', 'a'], [[], []]],
  ['an empty plan', '', ['a'], [[]]],
  ['the first time', 'kill:a', ['b', 'a', 'a'], [[], ['SIGKILL'], ['SIGKILL']]],
  ['the third time, once', 'kill:a:3', ['a', 'a', 'b', 'a', 'a'], [[], [], [], ['SIGKILL'], ['SIGKILL']]],
  ['a pause', 'pause:after-store:1', ['after-store'], [['SIGSTOP']]],
  ['a step that is never passed', 'kill:z', ['a', 'zz'], [[], []]],
] as [string, string | undefined, string[], string[][]][])('%s', (_, plan, steps, expected) => {
  expect(signalsAt(plan, steps)).toEqual(expected);
});

test.each(['kill', 'kill:', 'stop:a', 'kill:a:0', 'kill:a:-1', 'kill:a:x', 'Kill:a', ' kill:a'])(
  'a plan that cannot be read is refused: "%s"',
  (plan) =>
    expect(() => createFaultInjection(plan)).toThrow(expect.objectContaining({ code: 'misconfigured' })),
);
