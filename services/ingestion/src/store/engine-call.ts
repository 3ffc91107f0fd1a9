import { loggedError, SkillstreamError } from '@skillstream/errors';
import { mongoFailed } from '@skillstream/mongo';

/**
 * Runs a call to MongoDB. Any error is one of the platform, not of the posting, so it is retryable.
 * @throws SkillstreamError `unavailable`, or `overloaded` where this process was too slow
 */
export const engineCall = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof SkillstreamError) throw error;
    throw mongoFailed(`${doing}: ${loggedError(error)}`, error);
  }
};
