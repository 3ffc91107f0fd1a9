import { closeSync, openSync, readSync } from 'node:fs';
import { CONFIG_ISSUE } from '@skillstream/runtime';

// A service has some thirty variables.
const MOST_BYTES = 64 * 1024;

/**
 * The configuration errors that a service logged, one line for each variable.
 * @param logPath its log
 * @param from the byte at which the process began to log
 */
export const configIssues = (logPath: string, from: number): string[] => {
  try {
    const log = openSync(logPath, 'r');
    try {
      const bytes = Buffer.alloc(MOST_BYTES);
      const text = bytes.toString('utf8', 0, readSync(log, bytes, 0, MOST_BYTES, from));
      return text
        .split('\n')
        .filter((line) => line.startsWith(CONFIG_ISSUE))
        .map((line) => line.slice(CONFIG_ISSUE.length));
    } finally {
      closeSync(log);
    }
  } catch {
    // The log was removed: that the service is misconfigured is reported all the same.
    return [];
  }
};
