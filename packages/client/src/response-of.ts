import { ProblemError } from './errors.ts';

/** A request to the gateway, whose response is pending. */
export type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/**
 * Resolves with the body of a successful response.
 * @throws ProblemError when the gateway responded with an error; UnreachableError when there was no response
 */
export const responseOf = async <T>(asked: Asked<T>): Promise<T> => {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(response, error);
  return data as T;
};
