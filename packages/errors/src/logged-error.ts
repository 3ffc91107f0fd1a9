import { isNativeError } from 'node:util/types';
import { isRetryable } from './driver-errors.ts';
import { SkillstreamError } from './app-error.ts';
import { errorStatus } from './error-status.ts';

const MOST_CHARACTERS = 300;
// A server's error message may quote the command: a duplicate key, an argument.
const ofServers = /^(MongoServerError|MongoBulkWriteError|ReplyError)$/;
const jsonOffset = /at position (\d+)/;
// What ioredis says of a connection that is not there names neither Redis nor that, but two of its settings.
const NO_REDIS = /^Stream isn't writeable/;

const kindOf = (error: Error): string => {
  // A driver's error may have the field without a code in it.
  const found = 'code' in error ? String(error.code ?? '') : '';
  const code = /^[\w.-]{1,40}$/.test(found) ? [found] : [];
  const at = error instanceof SyntaxError ? jsonOffset.exec(error.message)?.[1] : undefined;
  return [error.name, ...code, ...(at ? [`at position ${at}`] : [])].join(' ');
};

/**
 * Describes any thrown value for the log, without data of the caller. Messages of parsers, databases and GraphQL
 * quote the rejected input, so only kind, code and position of such errors are logged; of our own errors about a
 * request only the code. Our own messages about the platform, and a driver's about its connection, are logged as they
 * are, where they say what is away.
 */
export const loggedError = (error: unknown): string => {
  if (error instanceof SkillstreamError)
    return errorStatus[error.code].status < 500 ? error.code : error.message;
  if (!(error instanceof Error || isNativeError(error))) return `thrown: ${typeof error}`;
  const ofConnection = isRetryable(error) && !ofServers.test(error.name) && !(error instanceof SyntaxError);
  if (!ofConnection) return kindOf(error);
  return NO_REDIS.test(error.message) ? 'Redis is not connected' : error.message.slice(0, MOST_CHARACTERS);
};

/** The origin of an error, for the log: the frames of its stack, without its message. */
export const loggedStack = (error: Error): string => {
  const { stack = '', message } = error;
  const behind = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(Math.max(behind, 0))
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
};
