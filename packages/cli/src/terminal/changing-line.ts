type Out = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

/** How often a line is written where it cannot be written over. */
const PLAIN_EVERY_MS = 5000;

/**
 * One line about what is going on: on a terminal it changes in its place, elsewhere it is written every five seconds.
 * @param nowMs a clock in milliseconds
 */
export const createChangingLine = (out: Out, nowMs: () => number = () => performance.now()) => {
  let shownMs = nowMs();
  const clear = () => void (out.isTTY && out.write('\r\x1b[2K'));
  return {
    show: (text: string): void => {
      if (out.isTTY) {
        clear();
        out.write(text.slice(0, (out.columns ?? 80) - 1));
      } else if (nowMs() - shownMs >= PLAIN_EVERY_MS) {
        shownMs = nowMs();
        out.write(`${text}\n`);
      }
    },
    end: clear,
  };
};
