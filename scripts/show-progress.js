// @ts-check
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';

const CLEAR_LINE = '\r\u001b[2K';
/** In ms. A terminal's line is written over; where lines stay, few are enough to show that something happens. */
const EVERY = { terminal: 1_000, lines: 10_000 };

/**
 * Says what is being done, and how many seconds it has taken, until it ends.
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} stream
 * @param {string} doing like `set-up: installing`
 * @param {{ nowMs: () => number, every: (ms: number, then: () => void) => () => void }} [clock]
 * @returns {() => string} ends it and leaves the terminal's line empty; gives the seconds it took
 */
export const showProgress = (stream, doing, clock = { nowMs: () => performance.now(), every }) => {
  const startedMs = clock.nowMs();
  const seconds = () => `${Math.round((clock.nowMs() - startedMs) / 1_000)} s`;
  const show = () =>
    stream.write(stream.isTTY ? `${CLEAR_LINE}${doing}, ${seconds()}` : `${doing}, ${seconds()}\n`);
  if (stream.isTTY) show();
  const stop = clock.every(stream.isTTY ? EVERY.terminal : EVERY.lines, show);
  return () => {
    stop();
    if (stream.isTTY) stream.write(CLEAR_LINE);
    return seconds();
  };
};

/** @type {(ms: number, then: () => void) => () => void} */
const every = (ms, then) => {
  const timer = setInterval(then, ms);
  return () => clearInterval(timer);
};
