import { readLetter, type LogRecord } from '@skillstream/messaging';

/** What is to be done with a topic of dead letters of an earlier release. */
export type LettersSurvey = {
  /** Identities that have a letter with its own key, or were erased: nothing is to be copied of these. */
  settled: ReadonlySet<string>;
  /** Letters of an earlier release that are to be copied. */
  open: number;
  /** Keys of the earlier release that still have a letter. */
  formerKeys: ReadonlySet<string>;
  /** Identities that were erased before their letter was copied: the copy supersedes the tombstone. */
  risen: readonly string[];
};

/** Reads the records of a topic in their order within each partition, and says what is to be done. */
export const createLettersSurvey = () => {
  const settled = new Set<string>();
  const unkeyed = new Set<string>();
  const formerKeys = new Set<string>();
  const erased = new Set<string>();
  const afterTombstone = new Set<string>();
  return {
    take: (record: LogRecord): void => {
      const letter = readLetter(record);
      if (!letter) {
        if (record.key === null) return;
        // Of an erased letter, or of a key of the earlier release: no identity is the id of a posting.
        settled.add(record.key);
        formerKeys.delete(record.key);
        erased.add(record.key);
        afterTombstone.delete(record.key);
      } else if (letter.isKeyed) {
        settled.add(letter.identity);
        if (erased.has(letter.identity)) afterTombstone.add(letter.identity);
      } else {
        unkeyed.add(letter.identity);
        if (record.key !== null) formerKeys.add(record.key);
      }
    },
    end: (): LettersSurvey => {
      let open = 0;
      for (const identity of unkeyed) if (!settled.has(identity)) open += 1;
      // Without an original beside it, it is no copy but was put aside anew.
      const risen = [...afterTombstone].filter((identity) => unkeyed.has(identity));
      return { settled, open, formerKeys, risen };
    },
  };
};
