import { pino, type Logger } from 'pino';
import { loggedError } from '@skillstream/errors';
import { traceFields } from '@skillstream/telemetry';

export type Log = Logger;

/** A JSON log on standard output; every line names its service, and the trace that it belongs to. */
export const createLog = (service: string, level: string): Log =>
  pino({
    level,
    base: { service },
    mixin: traceFields,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

/** A log without output, for tests. */
export const silentLog = (): Log => pino({ level: 'silent' });

/**
 * Keeps the process alive when a driver rejects a promise that nobody handles (ioredis and kafkajs do while an engine
 * is unavailable); an uncaught exception still ends it, since its state is unknown then.
 */
export const logStrayRejections = (log: Log): void => {
  process.on('unhandledRejection', (reason) => log.error({ error: loggedError(reason) }, 'stray rejection'));
};
