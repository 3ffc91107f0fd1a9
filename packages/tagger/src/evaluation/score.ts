/** Numbers of true positives, false positives and false negatives. */
export type Counts = { right: number; wrong: number; missed: number };

/** Counts of zero. */
export const none: Counts = { right: 0, wrong: 0, missed: 0 };

/** Adds two counts. */
export const add = (a: Counts, b: Counts): Counts => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
});

/** Compares two sets. */
export const compare = (expected: ReadonlySet<string>, found: ReadonlySet<string>): Counts => ({
  right: [...found].filter((one) => expected.has(one)).length,
  wrong: [...found].filter((one) => !expected.has(one)).length,
  missed: [...expected].filter((one) => !found.has(one)).length,
});

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and their harmonic mean (van Rijsbergen, 1979), 0 where nothing was found or expected. */
export const scoreOf = ({ right, wrong, missed }: Counts) => {
  const precision = ratio(right, right + wrong);
  const recall = ratio(right, right + missed);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
};
