import { messageOf } from '@skillstream/errors';

/** What the codes of systems and of undici mean to somebody who reads boards. */
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name not found',
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'it broke off',
  EPIPE: 'it broke off',
  UND_ERR_SOCKET: 'it broke off',
  ETIMEDOUT: 'it takes too long',
  UND_ERR_CONNECT_TIMEOUT: 'it takes too long',
  UND_ERR_HEADERS_TIMEOUT: 'it takes too long',
  UND_ERR_BODY_TIMEOUT: 'it takes too long',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
};

/**
 * Why there is no answer from a host, in a sentence.
 * @param cause what a request threw
 */
export const noAnswerText = (host: string, cause: unknown): string => {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  const key = typeof code === 'string' ? code : '';
  const late = name === 'TimeoutError' ? 'it takes too long' : undefined;
  const meaning = Object.hasOwn(meanings, key) ? meanings[key] : late;
  return meaning === undefined
    ? `${host} cannot be read: ${messageOf(cause)}`
    : `there is no answer from ${host} (${meaning})`;
};
