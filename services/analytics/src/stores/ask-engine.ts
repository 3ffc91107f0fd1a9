import { appError, isRetryable, SkillstreamError } from '@skillstream/errors';

/**
 * Runs a call to an engine whose failure people are told of: a driver's words about its connection name no engine.
 * @throws SkillstreamError `unavailable`, naming the engine, where it is away; anything else as it is
 */
export const askEngine = async <T>(engine: 'MongoDB' | 'Redis', call: () => Promise<T>): Promise<T> => {
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
