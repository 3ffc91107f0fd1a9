import { fault, SkillstreamError, loggedError } from '@skillstream/runtime';

/**
 * Runs a call to MongoDB; whatever it throws is of the platform, not of the posting, so it may pass.
 * @throws SkillstreamError `unavailable`
 */
export const engineCall = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof SkillstreamError) throw error;
    throw fault('unavailable', `${doing}: ${loggedError(error)}`, { cause: error });
  }
};
