import { SkillstreamError } from './app-error.ts';

// Names of errors of the MongoDB and Redis drivers that concern the connection, not the request.
const connectionErrors =
  /^(Mongo(NetworkError|NetworkTimeoutError|ServerSelectionError|NotConnectedError|TopologyClosedError|PoolClearedError|PoolClosedError|ServerClosedError|OperationTimeoutError|WaitQueueTimeoutError|ConnectionPoolClearedError|WriteConcernError)|MongooseServerSelectionError|MaxRetriesPerRequestError|AbortError)$/;
const connectionMessages =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection is closed|Stream isn't writeable|Command timed out|buffering timed out|Client must be connected|interrupted/i;

// Errors of a Redis that loads its data, is a replica, waits for a master, or moves slots; errors in scripts contain
// the name.
const redisStates =
  /\b(LOADING|READONLY|MASTERDOWN|UNBLOCKED|NOREPLICAS|MISCONF|TRYAGAIN|CLUSTERDOWN|MOVED|ASK)\b|non local key/;
// Messages of the driver while it looks for the master, or for the owner of a slot.
const redisSearches =
  /Too many Cluster redirections|Cluster isn't ready|Cluster is ended|Failed to refresh slots cache|None of startup nodes|All sentinels are unreachable|Socket timeout/;

// The server is stepping down, shutting down or not (yet) a primary, as MongoDB's server discovery specification
// lists them: https://github.com/mongodb/specifications/blob/master/source/server-discovery-and-monitoring
const mongoStateCodes = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436]);
// No majority in time: the write is on one member, and may be rolled back. It must be repeated.
const mongoUnsureCodes = new Set<unknown>([64, 100, 134, 262]);
const systemCodes = new Set<unknown>(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

const MONGO_DUPLICATE_KEY = 11000;

/**
 * Whether MongoDB refused a write since a document with this key exists: somebody else was faster.
 * @param error what the driver threw, or one of a bulk's write errors, which are no `Error`
 */
export const isDuplicateKey = (error: unknown): boolean =>
  (error as { code?: unknown } | null | undefined)?.code === MONGO_DUPLICATE_KEY;

/**
 * Whether the same call may succeed later without a change: an engine is down, slow or still loading.
 * @param error anything thrown by our code or by a driver
 */
export const isRetryable = (error: unknown): boolean => {
  if (error instanceof SkillstreamError) return error.retryable;
  if (!(error instanceof Error)) return false;
  if ('retriable' in error && error.retriable === true) return true;
  const codes = [mongoStateCodes, mongoUnsureCodes, systemCodes];
  if ('code' in error && codes.some((known) => known.has(error.code))) return true;
  if (redisStates.test(error.message) || redisSearches.test(error.message)) return true;
  return connectionErrors.test(error.name) || connectionMessages.test(error.message);
};
