/** A time span as a line of cells: blank up to its beginning, filled to its end. */
export type Span = { fromMs: number; toMs: number };

/**
 * Draws spans under each other on one axis, from the earliest beginning to the latest end. Each has one cell at least,
 * also one without length, and the longest axis does not exceed the width.
 * @param spans null where one has no known time
 * @param width in characters, 1 at least
 * @returns a line for each span; empty where its time is not known
 */
export const waterfall = (spans: readonly (Span | null)[], width: number): string[] => {
  const known = spans.filter((span) => span !== null);
  const first = Math.min(...known.map(({ fromMs }) => fromMs));
  const length = Math.max(...known.map(({ toMs }) => toMs)) - first;
  const cellOf = (ms: number): number =>
    length > 0 ? Math.min(width - 1, Math.floor(((ms - first) / length) * width)) : 0;
  return spans.map((span) => {
    if (span === null) return '';
    const [from, to] = [cellOf(span.fromMs), cellOf(span.toMs)];
    return `${' '.repeat(from)}${'█'.repeat(Math.max(1, to - from))}`;
  });
};
