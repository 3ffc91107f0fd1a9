import { ProblemError, UnreachableError } from '@skillstream/client';
import { withoutUnseen } from '@skillstream/contracts/unseen';
import { IssuerUnreachableError } from '../sign-in/issuer-unreachable.ts';
import { refusalText } from './refusal-text.ts';

/**
 * What went wrong as people say it. `lasts`: asking again does not mend it; `nearest`: ids of skills that are there,
 * to one that is not.
 */
export type Fault = { title: string; detail: string; lasts: boolean; nearest?: readonly string[] };

const LATER = 'The page asks again by itself.';

/** Whether a token is missing, or does not allow what was asked. A bare 403 is not the gateway's, but a proxy's. */
export const needsToken = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 401 || (error.status === 403 && error.problem !== null));

const told = (error: unknown, asksAgain: boolean): Fault => {
  const later = asksAgain ? LATER : '';
  if (error instanceof IssuerUnreachableError)
    return { title: 'Your session is not renewed: its issuer does not answer.', detail: later, lasts: false };
  if (error instanceof UnreachableError)
    return { title: 'The gateway cannot be reached.', detail: later, lasts: false };
  if (!(error instanceof ProblemError))
    return {
      title: 'This page failed.',
      detail: error instanceof Error ? error.message : String(error),
      lasts: true,
    };
  const { status, message, problem } = error;
  if (status === 401) return { title: 'Reading is closed here.', detail: 'Sign in (above).', lasts: true };
  if (problem === null && status < 500 && status !== 429)
    return {
      ...{ title: 'Something else than the gateway answered.', lasts: false },
      detail: `It answered ${status}, as a proxy may while it starts. ${later}`,
    };
  if (status === 403) return { title: 'Your token does not allow this.', detail: message, lasts: true };
  if (status === 404) {
    // The message may name the nearest, too: they are links here.
    const title = `${message.replace(/; the nearest: .*$/, '')}.`;
    return { title, detail: '', lasts: true, nearest: problem?.nearest ?? [] };
  }
  if (status === 429) return { title: 'Too many requests for now.', detail: later, lasts: false };
  if (status >= 500)
    return {
      ...{ title: `This cannot be ${asksAgain ? 'counted' : 'done'} right now.`, lasts: false },
      detail: `${message}. ${later}`,
    };
  const choice = refusalText(problem?.faults ?? []);
  const faults = (problem?.faults ?? []).map(({ path, message: what }) => `${path}: ${what}`).join('; ');
  return { title: 'This was refused.', detail: choice ?? (faults || message), lasts: true };
};

/**
 * Tells a failed query to people; what of it was said by others, as a name of the address, cannot turn it around.
 * @param asksAgain whether the page asks again by itself, and says so
 */
export const faultOf = (error: unknown, asksAgain = true): Fault => {
  const fault = told(error, asksAgain);
  return { ...fault, title: withoutUnseen(fault.title), detail: withoutUnseen(fault.detail).trim() };
};
