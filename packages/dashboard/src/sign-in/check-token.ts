import { ProblemError, UnreachableError } from '@skillstream/client';

/** The characters of a bearer token (RFC 6750, 2.1): others go in no header, or are refused by all. */
const TOKEN = /^[\w.~+/-]+=*$/;

/** Asks something that takes a token, with this one. */
export type AskWithToken = (token: string) => Promise<{ response: Response; error?: unknown }>;

/**
 * Has the gateway verify a token before it is held.
 * @returns why it cannot be used, in a sentence; null where it is genuine, whatever it allows
 */
export const faultOfToken = async (token: string, ask: AskWithToken): Promise<string | null> => {
  if (!TOKEN.test(token))
    return 'This is not a token: a token has letters, digits and the characters . _ ~ + / - = alone.';
  try {
    const { response, error } = await ask(token);
    if (response.status !== 401) return null;
    return `This token was refused: ${new ProblemError(response, error).message}`;
  } catch (error) {
    if (error instanceof UnreachableError)
      return 'The platform cannot be reached, so nobody knows yet whether this token is good.';
    return null;
  }
};
