import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Fault } from '@skillstream/contracts';

export type Rejection = { line: number; faults: Fault[] };
export type ReportFile = ReturnType<typeof createReportFile>;

/** Where the rejected lines of a load are written. */
export const reportPath = (folder: string, file: string, now: Date): string => {
  const name = file === '-' ? 'stdin' : basename(file).replace(/[^\w.-]/g, '_');
  return join(folder, `load-${name}-${now.toISOString().replace(/[:.]/g, '-')}.ndjson`);
};

/** A file of rejected lines, each with its number in the loaded file and why; made with the first of them. */
export const createReportFile = (path: string) => {
  let stream: WriteStream | null = null;
  return {
    path,
    write: async (rejection: Rejection): Promise<void> => {
      if (!stream) {
        mkdirSync(dirname(path), { recursive: true });
        stream = createWriteStream(path);
      }
      if (!stream.write(`${JSON.stringify(rejection)}\n`)) await once(stream, 'drain');
    },
    /** @returns the path, or null when nothing was rejected */
    close: async (): Promise<string | null> => {
      if (!stream) return null;
      stream.end();
      await once(stream, 'close');
      return path;
    },
  };
};
