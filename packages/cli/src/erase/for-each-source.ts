import { inGroups } from '@skillstream/async';
import { messageOf } from '@skillstream/errors';

/** What was found out about a source, or done with it; or why not. */
export type OfSource<T> = { source: string } & ({ found: T } | { reason: string });

/**
 * Does the same for every source, a few at a time, and goes on after one that fails.
 * @returns what came of each, in the order of the sources
 */
export const forEachSource = async <T>(
  sources: readonly string[],
  work: (source: string) => Promise<T>,
  atOnce?: number,
): Promise<OfSource<T>[]> => {
  const done = new Map<string, OfSource<T>>();
  const attempt = async (source: string): Promise<void> => {
    try {
      done.set(source, { source, found: await work(source) });
    } catch (error) {
      done.set(source, { source, reason: messageOf(error).replace(/\s*\n\s*/g, '; ') });
    }
  };
  await inGroups(sources, attempt, atOnce);
  return sources.map((source) => done.get(source)!);
};

/** The names of those that failed. */
export const failedOf = (all: readonly OfSource<unknown>[]): string[] =>
  all.filter((one) => 'reason' in one).map(({ source }) => source);
