import type { ErrorCode } from '../errors.ts';

/** The one mapping from the error family to HTTP. */
export const errorStatus: Record<ErrorCode, { status: number; title: string }> = {
  'invalid-input': { status: 400, title: 'The request is not valid' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The path does not take this method' },
  conflict: { status: 409, title: 'Conflict with the present state' },
  'precondition-failed': { status: 412, title: 'The resource has changed' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  unprocessable: { status: 422, title: 'The content cannot be taken as it is' },
  overloaded: { status: 503, title: 'Overloaded, try again later' },
  unavailable: { status: 503, title: 'A part of the platform is not available' },
  timeout: { status: 504, title: 'A part of the platform did not answer in time' },
  fenced: { status: 503, title: 'Another replica took over' },
  undecodable: { status: 400, title: 'The content cannot be decoded' },
  misconfigured: { status: 500, title: 'Internal error' },
  internal: { status: 500, title: 'Internal error' },
};
