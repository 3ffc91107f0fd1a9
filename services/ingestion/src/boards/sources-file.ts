import { readFile } from 'node:fs/promises';
import { sourcesDocument, sourcesIn, type Sources } from '@skillstream/boards';
import { appError, messageOf, SkillstreamError } from '@skillstream/errors';
import type { Log } from '@skillstream/runtime';

const faultOf = (error: unknown): string =>
  error instanceof SkillstreamError
    ? messageOf(error)
    : `it cannot be read: ${(error as NodeJS.ErrnoException).code}`;

/**
 * The file of sources, which may change at any time. One that is missing or faulty is said in the log, once, and the
 * sources stay those of when it could be read. One that lists none from the beginning on is as good as one without
 * sources.
 * @param file null: there are no sources
 */
export const createSourcesFile = (file: string | null, log: Log) => {
  let last: Sources & { fault: string | null } = { contact: null, sources: [], fault: null };
  return {
    read: async (): Promise<typeof last> => {
      if (file === null) return last;
      try {
        const parsed = sourcesDocument(await readFile(file, 'utf8'));
        // While it is written it may be empty for a moment, which would end the runs of all of them.
        if (last.sources.length > 0 && !parsed.document.has('sources'))
          throw appError(
            'invalid-input',
            'it has no sources: any more; to end all of them write sources: []',
          );
        last = { ...sourcesIn(parsed), fault: null };
      } catch (error) {
        const fault = faultOf(error);
        if (fault !== last.fault) log.error({ file, fault }, 'the file of sources cannot be read');
        last = { ...last, fault };
      }
      return last;
    },
  };
};
