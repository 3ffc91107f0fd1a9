import { SkillstreamError } from './app-error.ts';

// Names that the MongoDB and Redis drivers give to errors of the connection rather than of the request.
const connectionErrors =
  /^(Mongo(NetworkError|NetworkTimeoutError|ServerSelectionError|NotConnectedError|TopologyClosedError|PoolClearedError|PoolClosedError|ServerClosedError|OperationTimeoutError|WaitQueueTimeoutError|ConnectionPoolClearedError|WriteConcernError)|MongooseServerSelectionError|MaxRetriesPerRequestError|AbortError)$/;
const connectionMessages =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection is closed|Stream isn't writeable|Command timed out|buffering timed out|Client must be connected|interrupted/i;

// A Redis that loads its data, is or waits for another master, or moves slots; a script has its error's name inside.
const redisStates =
  /\b(LOADING|READONLY|MASTERDOWN|UNBLOCKED|NOREPLICAS|MISCONF|TRYAGAIN|CLUSTERDOWN|MOVED|ASK)\b|non local key/;
// What its driver says while it looks for the master, or for who has a slot.
const redisSearches =
  /Too many Cluster redirections|Cluster isn't ready|Cluster is ended|Failed to refresh slots cache|None of startup nodes|All sentinels are unreachable|Socket timeout/;

// The server is stepping down, shutting down or not (yet) a primary, as MongoDB's server discovery specification
// lists them: https://github.com/mongodb/specifications/blob/master/source/server-discovery-and-monitoring
const mongoStateCodes = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436]);
// No majority in time: the write stands on one member, and whether it stays there nobody knows. It must be made
// again.
const mongoUnsureCodes = new Set<unknown>([64, 100, 134, 262]);
const systemCodes = new Set<unknown>(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

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
