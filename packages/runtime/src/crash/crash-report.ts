import { loggedError, loggedStack } from '@skillstream/errors';
import { withoutSecrets } from './without-secrets.ts';

const MOST_FRAMES = 30;
const SHORT_FRAMES = 8;
const MOST_CAUSES = 5;

/** How the process was when it ended. */
export type ProcessFacts = {
  service: string;
  replica: string;
  versions: { skillstream: string; node: string };
  uptimeSeconds: number;
  memory: { residentBytes: number; heapUsedBytes: number; externalBytes: number };
  /** Share of time that the loop was busy, and how late turns were. */
  eventLoop: { utilization: number; p99Ms: number; longestMs: number };
};

export type CrashReport = ProcessFacts & {
  at: string;
  reason: 'uncaught exception' | 'start failed';
  /** One line that says what happened and where. */
  summary: string;
  error: string;
  /** The same of what caused it, as far as that is known. */
  causes: string[];
  stack: string[];
  /** The last lines of the log, the oldest first. */
  lastLines: string[];
};

const framesOf = (error: unknown): string[] =>
  error instanceof Error
    ? loggedStack(error)
        .split('\n')
        .map((line) => withoutSecrets(line.trim()))
        .filter(Boolean)
        .slice(0, MOST_FRAMES)
    : [];

const causesOf = (error: unknown): string[] => {
  const causes: string[] = [];
  for (
    let at = error;
    at instanceof Error && at.cause !== undefined && causes.length < MOST_CAUSES;
    at = at.cause
  )
    causes.push(withoutSecrets(loggedError(at.cause)));
  return causes;
};

/**
 * What is told of a process that ends by an error. As in the log, no data of callers: of an error that may quote some
 * its kind and its place, not its message.
 * @param origin as Node names it: `unhandledRejection` is here that of the start, since others do not end the process
 */
export const crashReport = (
  error: unknown,
  origin: NodeJS.UncaughtExceptionOrigin,
  facts: ProcessFacts,
  lines: readonly string[],
  at: Date,
): CrashReport => {
  const [what, stack] = [withoutSecrets(loggedError(error)), framesOf(error)];
  const reason = origin === 'unhandledRejection' ? 'start failed' : 'uncaught exception';
  const own = stack.find((frame) => !/node:|node_modules/.test(frame)) ?? stack[0];
  const place = own === undefined ? '' : ` ${own}`;
  return {
    ...{ at: at.toISOString(), reason, ...facts },
    summary: `${what}${place}, ${reason} after ${Math.round(facts.uptimeSeconds)} s`,
    ...{ error: what, causes: causesOf(error), stack, lastLines: lines.map(withoutSecrets) },
  };
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/**
 * The short form, for `kubectl describe pod`: at most so many bytes, with as many of the last lines as fit.
 * @param mostBytes Kubernetes keeps 4096
 */
export const shortForm = (report: CrashReport, mostBytes = 4096): string => {
  const { versions, memory, eventLoop } = report;
  const head = [
    `crash report: ${report.summary}`,
    ...report.causes.map((cause) => `caused by ${cause}`),
    ...report.stack.slice(0, SHORT_FRAMES).map((frame) => `  ${frame}`),
    `skillstream ${versions.skillstream}, Node ${versions.node}, ${report.replica}`,
    `${megabytes(memory.residentBytes)} resident, heap ${megabytes(memory.heapUsedBytes)}; event loop ` +
      `${(eventLoop.utilization * 100).toFixed(0)} % busy, 99 % of turns within ${eventLoop.p99Ms} ms`,
  ].join('\n');
  let lines = report.lastLines;
  const whole = () => [head, ...lines].join('\n');
  while (lines.length > 0 && Buffer.byteLength(whole()) > mostBytes) lines = lines.slice(1);
  const bytes = Buffer.from(whole());
  // A character that is cut in the middle is left out.
  return bytes
    .subarray(0, mostBytes)
    .toString()
    .replace(/\uFFFD$/, '');
};
