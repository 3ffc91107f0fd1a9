import { messageOf } from '@skillstream/errors';
import { endMisconfigured } from './read-config.ts';

type Told = { code?: unknown; syscall?: unknown };

// By their properties, not by their class: pure rules may throw such errors without importing the class.
const isOfTheOperator = (error: unknown): boolean => {
  const { code, syscall } = (error ?? {}) as Told;
  return code === 'misconfigured' || syscall !== undefined;
};

/**
 * Reads a file that a service needs at start, beside its variables: if it is invalid or missing, that is printed, and
 * the process ends as misconfigured. Other errors are rethrown.
 */
export const readAtStart = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!isOfTheOperator(error)) throw error;
    return endMisconfigured([messageOf(error)]);
  }
};
