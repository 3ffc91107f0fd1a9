import { SkillstreamError } from './errors.ts';

// Names that the MongoDB and Redis drivers give to errors of the connection rather than of the request.
const connectionErrors =
  /^(Mongo(NetworkError|NetworkTimeoutError|ServerSelectionError|NotConnectedError|TopologyClosedError|PoolClearedError|PoolClosedError|ServerClosedError|OperationTimeoutError|WaitQueueTimeoutError|ConnectionPoolClearedError|WriteConcernError)|MongooseServerSelectionError|MaxRetriesPerRequestError|AbortError)$/;
const connectionMessages =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection is closed|Stream isn't writeable|Command timed out|LOADING|READONLY|TRYAGAIN|CLUSTERDOWN|buffering timed out|Client must be connected|interrupted/i;

// The server is stepping down, shutting down or not (yet) a primary, as MongoDB's server discovery specification lists
// them: https://github.com/mongodb/specifications/blob/master/source/server-discovery-and-monitoring
const mongoStateCodes = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436]);
// No majority in time: the write stands on one member, and whether it stays there nobody knows. It must be made again.
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
  return connectionErrors.test(error.name) || connectionMessages.test(error.message);
};
