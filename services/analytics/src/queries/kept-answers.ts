/** What a value takes with its key, as measured where they are counts of postings and jobs by skill. */
const ENTRY_BYTES = 40;

const entriesIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  let entries = 0;
  for (const inner of value instanceof Map ? value.values() : Object.values(value))
    entries += 1 + entriesIn(inner);
  return entries;
};

const bytesOf = (question: string, found: unknown): number =>
  ENTRY_BYTES * (1 + entriesIn(found)) + 2 * question.length;

/**
 * Keeps the last answer to each question. Those that were not asked for longest are dropped when all would take more
 * than `maxBytes`; the newest stays however large it is, or whoever waits for it would never get it.
 */
export const createKeptAnswers = <A>(maxBytes: number) => {
  const kept = new Map<string, { answer: A; bytes: number }>();
  let bytes = 0;
  const drop = (question: string) => {
    bytes -= kept.get(question)?.bytes ?? 0;
    kept.delete(question);
  };
  return {
    get: (question: string): A | undefined => {
      const one = kept.get(question);
      if (!one) return undefined;
      // A Map keeps the order of insertion: what is asked for goes to the end.
      kept.delete(question);
      kept.set(question, one);
      return one.answer;
    },
    /** @param found the part of it that is as large as what was read */
    put: (question: string, answer: A, found: unknown): void => {
      drop(question);
      const one = { answer, bytes: bytesOf(question, found) };
      for (const [leastAsked] of kept) {
        if (bytes + one.bytes <= maxBytes) break;
        drop(leastAsked);
      }
      kept.set(question, one);
      bytes += one.bytes;
    },
  };
};
