import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { appError, type SkillstreamError } from '@skillstream/errors';
import { problemOf } from './problem-of.ts';
import { safeHeaders } from './safe-headers.ts';

// Time to read the response: if the connection were closed at once, data in flight would reset it first.
const LINGER_MS = 500;

/** Responds with a problem on a connection without a readable request, and ends it. */
export const refuseRaw = (
  socket: Duplex,
  error: SkillstreamError,
  headers: Record<string, string> = {},
): void => {
  if (!socket.writable) return void socket.destroy();
  const problem = problemOf(error);
  const body = JSON.stringify(problem);
  const all = {
    ...safeHeaders,
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`;
  socket.on('error', () => undefined).end([status, ...lines, '', body].join('\r\n'));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
};

/** Converts an error of Node's parser to ours: its own message would identify the parser. */
export const parserError = ({ code }: NodeJS.ErrnoException): SkillstreamError => {
  if (code === 'HPE_HEADER_OVERFLOW') return appError('headers-too-large', 'The headers are too large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return appError('too-slow', 'The headers took too long');
  return appError('invalid-input', 'This is no request that can be read in one way only');
};
