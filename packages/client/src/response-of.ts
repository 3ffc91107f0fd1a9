import { ProblemError } from './errors.ts';

/** What a gateway was asked and will answer. */
export type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/**
 * The answer alone, for those who have nothing to do with a refusal.
 * @throws ProblemError where the gateway refused; UnreachableError where nobody answered
 */
export const responseOf = async <T>(asked: Asked<T>): Promise<T> => {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(response, error);
  return data as T;
};
