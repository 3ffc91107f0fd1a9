import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Fault } from '@skillstream/contracts';

export type Rejection = { line: number; faults: Fault[] };
export type ReportFile = ReturnType<typeof createReportFile>;

// A file's name has 255 bytes at most, and the time stands in this one, too.
const MOST_NAME_CHARS = 100;

/**
 * Where the rejected lines of a load are written, in a name that no shell or terminal minds. Nothing else that comes
 * from outside names a file.
 */
export const reportPath = (folder: string, file: string, now: Date): string => {
  const name =
    file === '-'
      ? 'stdin'
      : basename(file)
          .replace(/[^\w.-]/g, '_')
          .slice(0, MOST_NAME_CHARS);
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
