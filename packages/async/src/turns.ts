/** A delay that a request waiting for the event loop hardly notices. */
const TURN_MS = 10;

/**
 * Shares the event loop among long computations: `pause` is awaited before each unit of work, and resolves in a later
 * turn of the loop once this one has used up its time. Only one computation continues in each turn, so that a hundred
 * block the loop no longer than one: the reply of an engine that waits behind them would look like an unavailable
 * engine.
 * @param mostMs the computing time of a turn; the unit in progress is then finished
 * @param nextTurn calls back in the next turn, after the events that arrived meanwhile
 */
export const createTurns = (
  mostMs = TURN_MS,
  nowMs: () => number = () => performance.now(),
  nextTurn: (call: () => void) => unknown = setImmediate,
) => {
  const waiting: (() => void)[] = [];
  let endsMs = -Infinity;
  const begin = () => {
    endsMs = nowMs() + mostMs;
    waiting.shift()!();
    if (waiting.length > 0) nextTurn(begin);
  };
  return {
    pause: (): Promise<void> | undefined => {
      if (nowMs() < endsMs) return undefined;
      return new Promise((resolve) => {
        if (waiting.push(resolve) === 1) nextTurn(begin);
      });
    },
  };
};

export type Turns = ReturnType<typeof createTurns>;
