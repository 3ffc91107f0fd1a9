import { messageOf } from '@skillstream/errors';
import { endMisconfigured } from './read-config.ts';

type Told = { code?: unknown; syscall?: unknown };

// By what they say, not by their class: a rule that imports nothing of ours may throw one of the family as well.
const isOfTheOperator = (error: unknown): boolean => {
  const { code, syscall } = (error ?? {}) as Told;
  return code === 'misconfigured' || syscall !== undefined;
};

/**
 * Files that a service reads once, beside its variables: where one is faulty or missing that is printed, and the
 * process ends as misconfigured. A fault of our own is thrown on.
 */
export const readAtStart = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!isOfTheOperator(error)) throw error;
    return endMisconfigured([messageOf(error)]);
  }
};
