import { appError, messageOf, type SkillstreamError } from '@skillstream/errors';

// Servers that require TLS or authentication close the connection without a message.
const hungUp = /\bclosed\b/i;

/** Why a connection could not be established, for readiness: the driver's message, and what it omits. */
export const refusalOf = (error: unknown): SkillstreamError => {
  const said = messageOf(error);
  const meaning = hungUp.test(said) ? ' (the server is going away, or wants TLS or a log-in)' : '';
  return appError('unavailable', `${said}${meaning}`, { cause: error });
};
