const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** How rules write times down. Every time in a rule goes through it, so that rules can be tried at a faster pace. */
export type Clock = {
  /** A duration as PromQL has it: `5m`. */
  span: (seconds: number) => string;
  /** A number of seconds, to compare with or to multiply by. */
  seconds: (seconds: number) => number;
};

/**
 * Makes a clock.
 * @param scale 1 for production; with 60 an hour of the rules takes a minute. What is no multiple of a millisecond
 *   then throws, since PromQL cannot say it
 */
export const createClock = (scale = 1): Clock => ({
  span: (seconds) => {
    const ms = (seconds * 1000) / scale;
    const unit = UNITS.find(([, size]) => ms % size === 0);
    if (!unit || ms <= 0) throw new Error(`${seconds} s at the scale ${scale} is no duration of PromQL`);
    return `${ms / unit[1]}${unit[0]}`;
  },
  seconds: (seconds) => seconds / scale,
});

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
