import type { components } from '../generated/api.ts';

type Problem = components['schemas']['Problem'];

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

const secondsOf = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
};

/** The gateway responded with an error: its problem (RFC 9457), null when the response has none. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  /** Seconds after which to retry, when the gateway says so. */
  readonly retryAfterSeconds: number | null;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : null;
    super(problem?.detail ?? problem?.title ?? `the gateway answered ${response.status}`);
    this.name = 'ProblemError';
    this.status = response.status;
    this.problem = problem;
    this.retryAfterSeconds = secondsOf(response);
  }
}

// The actual reason is the cause of fetch's own "fetch failed".
const reasonOf = (error: unknown): string => {
  const cause = (error as { cause?: unknown } | null)?.cause ?? error;
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return code ?? message ?? String(cause);
};

/** There was no response, or the connection broke. */
export class UnreachableError extends Error {
  /** For example ECONNREFUSED. */
  readonly reason: string;

  constructor(what: string, cause: unknown) {
    super(`${what}: ${reasonOf(cause)}`, { cause });
    this.name = 'UnreachableError';
    this.reason = reasonOf(cause);
  }
}
