import type { ClaimedRange } from '@skillstream/contracts';

/** A claimed range as text; `write` formats its numbers. */
export const rangeText = (range: ClaimedRange, write: (value: number) => string): string => {
  const { atLeast, moreThan, atMost, lessThan, between } = range;
  if (between) return `${write(between.low)}–${write(between.high)}`;
  const ends = [
    ['at least', atLeast],
    ['more than', moreThan],
    ['at most', atMost],
    ['less than', lessThan],
  ] as const;
  return ends.flatMap(([word, value]) => (value === undefined ? [] : `${word} ${write(value)}`)).join(', ');
};

/** The ends of a claimed range between two bounds, to draw it. */
export const rangeEnds = (range: ClaimedRange, least: number, most: number): readonly [number, number] => {
  const { atLeast, moreThan, atMost, lessThan, between } = range;
  if (between) return [between.low, between.high];
  return [atLeast ?? moreThan ?? least, atMost ?? lessThan ?? most];
};
