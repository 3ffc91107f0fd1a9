import type { PreviewResult, ValidationIssue } from '@skillstream/contracts';

type Reason = NonNullable<PreviewResult['reasons']>[number];

// A file of garbage may have as many reasons as rows.
const MOST_KINDS = 200;
const MOST_SHOWN = 5;

/** Counts refused rows by their first issue; of later kinds than the first 200 none is kept. */
export const createReasons = () => {
  const kinds = new Map<string, Reason>();
  return {
    add: (line: number, { path, message }: ValidationIssue): void => {
      const key = JSON.stringify([path, message]);
      const known = kinds.get(key);
      if (known) known.rows += 1;
      else if (kinds.size < MOST_KINDS) kinds.set(key, { path, message, rows: 1, line });
    },
    /** The most frequent first; of equals the one that is first in the file. */
    commonest: (): Reason[] => [...kinds.values()].sort((a, b) => b.rows - a.rows).slice(0, MOST_SHOWN),
  };
};
