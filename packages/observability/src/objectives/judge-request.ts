import { ANSWERED_WITHIN_SECONDS, type RateClass } from '@skillstream/contracts';
import { isMeasured, isRead } from './routes.ts';

/** Who leaves sooner was not kept waiting: pages are closed, and queries typed anew. */
const LEFT_WAITING_SECONDS = 5;

/** A request that is over. */
export type EndedRequest = {
  method: string;
  /** With the names of parameters; `other` where there is none. */
  route: string;
  /** Of this very request: by its parameters a query may be expensive. */
  rateClass: RateClass | null;
  /** Null where the connection closed before a response began. */
  status: number | null;
  seconds: number;
  /** Whether all of the request had come in. */
  complete: boolean;
};

/** What a request is to an objective; null where that is not about it. */
type Verdict = 'good' | 'bad' | null;

const servedOf = ({ status, seconds, complete }: EndedRequest): Verdict => {
  if (status !== null) return status < 500 ? 'good' : 'bad';
  return complete && seconds > LEFT_WAITING_SECONDS ? 'bad' : null;
};

/**
 * What a request at the gateway counts as: the one rule of which requests the objectives are about. An error is no
 * answer, however fast; nor is none at all, which is the platform's fault only where it kept its caller waiting.
 */
export const judgeRequest = (request: EndedRequest): { fast: Verdict; served: Verdict } => {
  const { method, route, rateClass, seconds } = request;
  const served = isMeasured(route) ? servedOf(request) : null;
  const isQuery = method === 'GET' && rateClass === 'reads' && isRead(route);
  if (served !== 'good' || !isQuery) return { fast: null, served };
  return { fast: seconds > ANSWERED_WITHIN_SECONDS ? 'bad' : 'good', served };
};
