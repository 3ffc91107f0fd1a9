import type { ErrorCode } from './app-error.ts';

/** The only mapping from error codes to HTTP. */
export const errorStatus: Record<ErrorCode, { status: number; title: string }> = {
  'invalid-input': { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Who asks is not known' },
  'insufficient-scope': { status: 403, title: 'The token is not good for this' },
  'origin-not-allowed': { status: 403, title: 'Pages of this origin may not change anything here' },
  'not-local': { status: 403, title: 'This is answered on the same machine alone' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The path does not take this method' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'Conflict with the present state' },
  'precondition-failed': { status: 412, title: 'The resource has changed' },
  'too-large': { status: 413, title: 'The request is too large' },
  'uri-too-long': { status: 414, title: 'The path and its parameters are too long' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  unprocessable: { status: 422, title: 'The content cannot be taken as it is' },
  'rate-limited': { status: 429, title: 'Too many requests from this client' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  overloaded: { status: 503, title: 'Overloaded, try again later' },
  unavailable: { status: 503, title: 'A part of the platform is not available' },
  timeout: { status: 504, title: 'A part of the platform did not answer in time' },
  fenced: { status: 503, title: 'Another replica took over' },
  undecodable: { status: 400, title: 'The content cannot be decoded' },
  misconfigured: { status: 500, title: 'Internal error' },
  internal: { status: 500, title: 'Internal error' },
};
