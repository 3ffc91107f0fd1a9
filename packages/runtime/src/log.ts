import { pino, type Logger } from 'pino';
import { loggedError } from '@skillstream/errors';
import { traceFields } from '@skillstream/telemetry';
import { createLastLines, rememberLines } from './crash/last-lines.ts';
import { createLogOutput } from './log-output.ts';

export type Log = Logger;

const STDOUT = 1;

/**
 * A JSON log on standard output; every line names its service, and the trace that it belongs to. The last ones are
 * kept for a crash report.
 */
export const createLog = (service: string, level: string): Log => {
  const lines = createLastLines();
  const out = createLogOutput(STDOUT);
  const write = (line: string) => {
    lines.add(line);
    out.write(line);
  };
  // pino's type has no `flush`, which it calls where there is one.
  const destination = { write, flush: out.flush };
  const log = pino(
    {
      level,
      base: { service },
      mixin: traceFields,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  rememberLines(log, lines);
  return log;
};

/** A log without output, for tests. */
export const silentLog = (): Log => pino({ level: 'silent' });

/**
 * Keeps the process alive when a driver rejects a promise that nobody handles (ioredis and kafkajs do while an engine
 * is unavailable); an uncaught exception still ends it, since its state is unknown then.
 */
export const logStrayRejections = (log: Log): void => {
  process.on('unhandledRejection', (reason) => log.error({ error: loggedError(reason) }, 'stray rejection'));
};
