import { loggedError, SkillstreamError } from '@skillstream/errors';
import { mongoFailed } from '@skillstream/runtime';

/**
 * Runs a call to MongoDB; whatever it throws is of the platform, not of the posting, so it may pass.
 * @throws SkillstreamError `unavailable`, or `overloaded` where it was this process that was slow
 */
export const engineCall = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof SkillstreamError) throw error;
    throw mongoFailed(`${doing}: ${loggedError(error)}`, error);
  }
};
