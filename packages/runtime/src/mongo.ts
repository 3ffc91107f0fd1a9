import { appError, type SkillstreamError } from '@skillstream/errors';
import mongoose, { type Connection } from 'mongoose';
import type { MongoAccess } from './access.ts';
import type { Log } from './log.ts';
import { createLoopLateness, LATENESS_TICK_MS } from './loop-lateness.ts';
import { refusalOf } from './refusal.ts';

/**
 * Acknowledged means: on a majority and in the journal (the stand-in: on file). A set that has no majority says so
 * after `wtimeoutMS` (code 64); without it a write would wait until one is back, and its connection with it.
 */
export const DURABLE = { w: 'majority', j: true, wtimeoutMS: 10_000 } as const;

// Why a connection could not be made, for whoever asks whether it is ready.
const refusals = new WeakMap<Connection, Error>();
// Of this process, since all its connections share the loop; from the first one on.
let lateness: ReturnType<typeof createLoopLateness> | null = null;
const watchLoop = () => {
  if (lateness !== null) return;
  lateness = createLoopLateness();
  setInterval(lateness.tick, LATENESS_TICK_MS).unref();
};
// Said by the driver instead of what its last attempt met.
const noReason = /^Server selection timed out/;

// The driver comes back by itself within seconds. Where it has not for so long it is not trusted to any more: once in
// several runs of the chaos test a replica stayed away for minutes from a MongoDB that all others were using.
const LIMITS = {
  /** How long a connection that was open may stay away before a new client is made. */
  reopenAfterMs: 15_000,
  /** How long one reply may take: longer than a majority may (`wtimeoutMS`), shorter than a caller's patience. */
  replyTimeoutMs: 20_000,
  /** How long a call may wait for a connection, where all are busy with calls that hang. */
  waitQueueTimeoutMs: 10_000,
};

/**
 * A MongoDB connection that is there at once and comes alive when the server does; calls fail fast meanwhile, and
 * each ends within the limits. A call has two attempts at most where a set lets the driver try again: at a step-down
 * a write is then applied once, because the set knows it by its number. A single server gives no numbers, and nothing
 * is tried again there; whoever writes must bear an outcome that is unknown, on either.
 * @param url with the database's name
 */
export const connectMongo = (
  url: string,
  log: Log,
  { tls, login }: MongoAccess = {},
  limits: Partial<typeof LIMITS> = {},
): Connection => {
  const { reopenAfterMs, replyTimeoutMs, waitQueueTimeoutMs } = { ...LIMITS, ...limits };
  const options = {
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    // Not timeoutMS, which would bound a cursor over all facts as a whole and replace wtimeoutMS.
    socketTimeoutMS: replyTimeoutMs,
    waitQueueTimeoutMS: waitQueueTimeoutMs,
    heartbeatFrequencyMS: 2000,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: 20,
    retryWrites: true,
    ...(tls && { tls: true, ...tls }),
    ...(login && { user: login.username, pass: login.password, authSource: login.authSource }),
  };
  watchLoop();
  const connection = mongoose.createConnection(url, { ...options });
  // Until the first success, and from a new client on until its own.
  let opening = true;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  // mongoose opens once and gives up; the driver below it comes back by itself only after a first success. Opened
  // again, it remembers nothing of the options (and takes some out of those it is given).
  const open = () => connection.openUri(url, { ...options }).catch(retry);
  const retry = (error: unknown) => {
    if (closing) return;
    const refusal = refusalOf(error);
    if (!noReason.test(refusal.message) || !refusals.has(connection)) refusals.set(connection, refusal);
    log.warn({ error: refusal.message }, 'mongo not reachable yet');
    timer = setTimeout(open, 1000);
  };
  connection.asPromise().catch(retry);

  const reopen = () => {
    log.warn('mongo stays away: making a new client');
    opening = true;
    const old = connection.getClient();
    // Whatever becomes of it says nothing about the new one.
    old.removeAllListeners();
    void open();
    old.close(true).catch(() => undefined);
  };
  let awaySinceMs: number | null = null;
  const watch = setInterval(() => {
    if (connection.readyState === 1 || opening) awaySinceMs = null;
    else if (performance.now() - (awaySinceMs ??= performance.now()) >= reopenAfterMs) reopen();
  }, reopenAfterMs / 10).unref();

  connection.on('disconnected', () => log.warn('mongo disconnected'));
  connection.on('connected', () => {
    opening = false;
    refusals.delete(connection);
    log.info('mongo connected');
  });
  const close = connection.close.bind(connection);
  connection.close = (...rest: []) => {
    closing = true;
    clearTimeout(timer);
    clearInterval(watch);
    return close(...rest);
  };
  return connection;
};

/**
 * Readiness: does the server let us read; a ping would be answered without a log-in, too.
 * @throws Error that says why the connection could not be made, or why nothing may be read
 */
export const pingMongo = (connection: Connection) => async (): Promise<boolean> => {
  const refusal = refusals.get(connection);
  if (refusal !== undefined) throw refusal;
  if (connection.readyState !== 1 || !connection.db)
    throw appError('unavailable', `the connection is ${mongoose.STATES[connection.readyState]}`);
  await connection.db.collection('readiness').findOne({ _id: { $exists: false } });
  return true;
};

/**
 * Why a call to MongoDB failed for a reason that may pass: `unavailable`, or `overloaded` where this process itself
 * was held up lately. The driver's deadlines run out then although the answer is there, and it gives up connections.
 */
export const mongoFailed = (
  message: string,
  cause?: unknown,
  latelyMs: number = lateness?.latelyMs() ?? 0,
): SkillstreamError =>
  latelyMs === 0
    ? appError('unavailable', message, { cause })
    : appError('overloaded', `This process was held up for ${latelyMs} ms, and comes back to MongoDB`, {
        cause,
      });

/** The database of a connection. @throws SkillstreamError `unavailable`, `overloaded` while it is not connected */
export const databaseOf = (connection: Connection) => {
  if (!connection.db) throw mongoFailed('MongoDB is not connected');
  return connection.db;
};
