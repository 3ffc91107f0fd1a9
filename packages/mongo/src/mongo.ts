import { appError, type SkillstreamError } from '@skillstream/errors';
import mongoose, { type Connection } from 'mongoose';
import { refusalOf, type Log, type MongoAccess } from '@skillstream/runtime';
import { createLoopLateness, LATENESS_TICK_MS } from './loop-lateness.ts';

/**
 * Acknowledged means: on a majority and in the journal (the stand-in: flushed to its file). Without a majority a
 * write fails after `wtimeoutMS` (code 64); without that setting it would wait for the majority, and occupy its
 * connection.
 */
export const DURABLE = { w: 'majority', j: true, wtimeoutMS: 10_000 } as const;

// Why a connection could not be established, for readiness checks.
const refusals = new WeakMap<Connection, Error>();
// One for the process, since all connections share the event loop; created with the first one.
let lateness: ReturnType<typeof createLoopLateness> | null = null;
const watchLoop = () => {
  if (lateness !== null) return;
  lateness = createLoopLateness();
  setInterval(lateness.tick, LATENESS_TICK_MS).unref();
};
// The driver reports this instead of the error of its last attempt.
const noReason = /^Server selection timed out/;

// The driver reconnects by itself within seconds. After this time it is replaced: once in several runs of the chaos
// test a replica stayed disconnected for minutes from a MongoDB that all others were using.
const LIMITS = {
  /** How long a connection may stay closed before a new client is created. */
  reopenAfterMs: 15_000,
  /** The timeout of one reply: longer than that of a majority (`wtimeoutMS`), shorter than that of callers. */
  replyTimeoutMs: 20_000,
  /** How long a call may wait for a connection, if all are occupied by hanging calls. */
  waitQueueTimeoutMs: 10_000,
};

/**
 * A MongoDB connection that is returned at once and connects when the server is available; calls fail fast meanwhile,
 * and each ends within the limits. With a replica set a call has at most two attempts: after a step-down a retried
 * write is applied once, because the set recognises its number. A single server has no such numbers, and nothing is
 * retried there. With either, writers must handle unknown outcomes.
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
    // Not timeoutMS, which would limit a cursor over all facts as a whole, and replace wtimeoutMS.
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
  // Until the first success of each client.
  let opening = true;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  // mongoose tries to connect once; the driver below it reconnects by itself only after a first success. When it is
  // opened again it needs all options again (and removes some from the object that it gets).
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
    // Its events say nothing about the new one.
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
 * Readiness: whether the server lets us read; a ping succeeds without authentication, too.
 * @throws Error with the reason why there is no connection, or why reading is refused
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
 * The error of a call to MongoDB that failed transiently: `unavailable`, or `overloaded` if this process itself was
 * blocked recently. The driver's timeouts expire then although the reply has arrived, and it closes connections.
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
