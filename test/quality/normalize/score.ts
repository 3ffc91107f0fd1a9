/** How many of the rows that have an answer of their own we answer alike; `unknown`: those that we leave open. */
export type Score = { rows: number; right: number; wrong: number; unknown: number };

export const emptyScore = (): Score => ({ rows: 0, right: 0, wrong: 0, unknown: 0 });

/** Counts one row into the score. @param ours null where we leave it open */
export const scoreRow = (score: Score, known: string, ours: string | null): void => {
  score.rows += 1;
  score[ours === null ? 'unknown' : ours === known ? 'right' : 'wrong'] += 1;
};

/** The part, with three decimals; 0 of nothing. */
export const shareOf = (part: number, all: number): number =>
  all === 0 ? 0 : Number((part / all).toFixed(3));

/** Counts pairs of what is known and what we say instead, the commonest first. */
export const createConfusions = () => {
  const counts = new Map<string, number>();
  return {
    add: (known: string, ours: string | null): void => {
      if (ours === known) return;
      const pair = `${known} as ${ours ?? 'unknown'}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    },
    most: (limit: number): Array<[pair: string, rows: number]> =>
      [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit),
  };
};
