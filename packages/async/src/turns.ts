/** As long as a request that waits for the event loop hardly notices. */
const TURN_MS = 10;

/**
 * Shares the event loop among whoever has much to compute: `pause` is awaited before each piece of work, and resolves
 * later where this turn of the loop has had enough. One goes on a turn, so that a hundred who compute hold the loop no
 * longer than one would: an engine's answer that waits behind them would look like an engine that is away.
 * @param mostMs of computing a turn; the piece under way then is finished
 * @param nextTurn calls back in the next turn, after what came in meanwhile
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
