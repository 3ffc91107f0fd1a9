import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { loggedError } from '@skillstream/errors';
import type { Log } from '../log.ts';
import { platformVersion } from '../platform-version.ts';
import { replicaName } from '../replica-name.ts';
import { crashReport, shortForm, type ProcessFacts } from './crash-report.ts';
import { linesOf } from './last-lines.ts';
import { storeReport } from './store-report.ts';

/** Where Kubernetes reads why a container ended; a file that it mounts, writable also where nothing else is. */
const TERMINATION_LOG = '/dev/termination-log';
const RESOLUTION_MS = 20;
/** How long a reader of the log that stands still holds up the end. */
const FLUSH_MS = 1000;

const milliseconds = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6) - RESOLUTION_MS);

/** Only a file that exists is written: outside of Kubernetes there is none. */
const writeShortForm = (path: string, text: string): void => {
  try {
    writeFileSync(path, text, { flag: 'r+' });
  } catch {
    // The log has it all.
  }
};

/**
 * Makes an error that ends this process tell what happened: a last line `crash report` in the log, its short form
 * where Kubernetes shows it, and a file where a folder is given. Also for a start that fails; rejections that nobody
 * handles do not end a process (logStrayRejections).
 */
export const reportCrashes = (
  log: Log,
  { CRASH_REPORT_DIR: folder }: { CRASH_REPORT_DIR?: string },
  terminationLog = TERMINATION_LOG,
): void => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const skillstream = platformVersion();
  const facts = (): ProcessFacts => {
    const { rss, heapUsed, external } = process.memoryUsage();
    return {
      ...{ service: String(log.bindings().service), replica: replicaName() },
      versions: { skillstream, node: process.version },
      uptimeSeconds: process.uptime(),
      memory: { residentBytes: rss, heapUsedBytes: heapUsed, externalBytes: external },
      eventLoop: {
        utilization: performance.eventLoopUtilization().utilization,
        ...{ p99Ms: milliseconds(delay.percentile(99)), longestMs: milliseconds(delay.max) },
      },
    };
  };
  let isEnding = false;
  process.on('uncaughtException', (error, origin) => {
    // What else goes wrong while the log is written is of the same end.
    if (isEnding) return;
    isEnding = true;
    const exit = () => process.exit(1);
    try {
      const report = crashReport(error, origin, facts(), linesOf(log), new Date());
      writeShortForm(terminationLog, shortForm(report));
      try {
        if (folder !== undefined) storeReport(folder, report);
      } catch (failed) {
        log.error({ error: loggedError(failed) }, 'the crash report was not stored');
      }
      log.fatal({ report }, 'crash report');
    } finally {
      setTimeout(exit, FLUSH_MS);
      log.flush(exit);
    }
  });
};
