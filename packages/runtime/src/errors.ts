/** Codes of the one error family; `error-status.ts` maps each to an HTTP status, once. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'precondition-failed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'unprocessable'
  | 'overloaded'
  | 'unavailable'
  | 'timeout'
  | 'fenced'
  | 'undecodable'
  | 'misconfigured'
  | 'internal';

export type ErrorDetails = {
  /** The same call may succeed later without a change. */
  retryable?: boolean;
  cause?: unknown;
  /** Facts for the log and, where a status is below 500, for the caller. */
  context?: Record<string, unknown>;
};

/** Every error that skillstream throws on purpose. */
export class SkillstreamError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly context: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'SkillstreamError';
    this.code = code;
    this.retryable = details.retryable ?? ['overloaded', 'unavailable', 'timeout'].includes(code);
    this.context = details.context ?? {};
  }
}

/** Makes an error of the family; `unavailable`, `timeout` and `overloaded` are retryable unless said otherwise. */
export const fault = (code: ErrorCode, message: string, details?: ErrorDetails): SkillstreamError =>
  new SkillstreamError(code, message, details);

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
