import { appError, isRetryable, SkillstreamError } from '@skillstream/errors';

/**
 * Runs a call to an engine whose failure is shown to users: a driver's connection error does not name the engine.
 * @throws SkillstreamError `unavailable`, naming the engine, when it cannot be reached; any other error as it is
 */
export const callEngine = async <T>(engine: 'MongoDB' | 'Redis', call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof SkillstreamError || !isRetryable(error)) throw error;
    throw appError('unavailable', `${engine} is away or does not answer in time`, {
      cause: error,
      context: { engine },
    });
  }
};
