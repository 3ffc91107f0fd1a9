import type { DeadLetter } from './dead-letter.ts';

export type LettersLimits = { most: number; mostBytes: number };

const newestFirst = (a: DeadLetter, b: DeadLetter) => b.time.localeCompare(a.time);

/**
 * Keeps the newest dead letters, each identity once, in its latest copy.
 * @param most the number of dead letters
 * @param mostBytes the size of their values together; where one alone is larger, nothing older is kept
 */
export const createNewestDeadLetters = ({ most, mostBytes }: LettersLimits) => {
  let retained = new Map<string, DeadLetter>();
  let bytes = 0;
  let left = 0;
  const bytesOf = ({ value }: DeadLetter): number => value?.length ?? 0;
  const trim = () => {
    let [count, total] = [0, 0];
    const within = [...retained.values()].sort(newestFirst).filter((letter) => {
      count += 1;
      total += bytesOf(letter);
      return count === 1 || (count <= most && total <= mostBytes);
    });
    left += retained.size - within.length;
    retained = new Map(within.map((letter) => [letter.identity, letter]));
    bytes = within.reduce((sum, letter) => sum + bytesOf(letter), 0);
  };
  return {
    add: (letter: DeadLetter): void => {
      const existing = retained.get(letter.identity);
      if (existing && existing.time > letter.time) return;
      retained.set(letter.identity, letter);
      bytes += bytesOf(letter) - (existing ? bytesOf(existing) : 0);
      // Pruned at twice the limit, so that on average each is sorted twice, however many come.
      if (retained.size > 2 * most || bytes > 2 * mostBytes) trim();
    },
    /** Forgets a letter that was erased. */
    drop: (identity: string): void => {
      const existing = retained.get(identity);
      if (!existing) return;
      retained.delete(identity);
      bytes -= bytesOf(existing);
    },
    /** @returns those kept, oldest first, and how many older ones were left out; a repeated one counts again */
    all: (): { letters: DeadLetter[]; left: number } => {
      trim();
      return { letters: [...retained.values()].reverse(), left };
    },
  };
};
