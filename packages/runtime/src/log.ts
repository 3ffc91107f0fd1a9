import { pino, type Logger } from 'pino';

export type Log = Logger;

/** A JSON log on standard output; every line names its service. */
export const createLog = (service: string, level: string): Log =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

/** A log that says nothing, for tests. */
export const silentLog = (): Log => pino({ level: 'silent' });
