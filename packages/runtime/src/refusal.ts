import { appError, messageOf, type SkillstreamError } from '@skillstream/errors';

// Servers say nothing to a client that speaks without TLS or without a log-in where they want one: they hang up.
const hungUp = /\bclosed\b/i;

/** Why a connection could not be made, as readiness shows it: a driver's words, and what they leave unsaid. */
export const refusalOf = (error: unknown): SkillstreamError => {
  const said = messageOf(error);
  const meaning = hungUp.test(said) ? ' (the server is going away, or wants TLS or a log-in)' : '';
  return appError('unavailable', `${said}${meaning}`, { cause: error });
};
