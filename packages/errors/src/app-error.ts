/** The codes of application errors; `error-status.ts` maps each to an HTTP status. */
export type ErrorCode =
  | 'invalid-input'
  | 'unauthenticated'
  | 'insufficient-scope'
  | 'origin-not-allowed'
  | 'not-local'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-slow'
  | 'conflict'
  | 'precondition-failed'
  | 'too-large'
  | 'uri-too-long'
  | 'unsupported-media-type'
  | 'unprocessable'
  | 'rate-limited'
  | 'headers-too-large'
  | 'overloaded'
  | 'unavailable'
  | 'timeout'
  | 'fenced'
  | 'undecodable'
  | 'misconfigured'
  | 'internal';

export type ErrorDetails = {
  /** Whether the same call may succeed later without a change. */
  retryable?: boolean;
  cause?: unknown;
  /** Details for the log and, if the status is below 500, for the caller. */
  context?: Record<string, unknown>;
};

const passing: ErrorCode[] = ['overloaded', 'unavailable', 'timeout', 'rate-limited'];

/** The class of all errors that skillstream throws deliberately. */
export class SkillstreamError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly context: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'SkillstreamError';
    this.code = code;
    this.retryable = details.retryable ?? passing.includes(code);
    this.context = details.context ?? {};
  }
}

/**
 * Creates an application error; `unavailable`, `timeout`, `overloaded` and `rate-limited` are retryable by default.
 */
export const appError = (code: ErrorCode, message: string, details?: ErrorDetails): SkillstreamError =>
  new SkillstreamError(code, message, details);

/** The code of an error of the family; anything else is `internal`. */
export const errorCode = (error: unknown): ErrorCode =>
  error instanceof SkillstreamError ? error.code : 'internal';

/** The message of any thrown value. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
