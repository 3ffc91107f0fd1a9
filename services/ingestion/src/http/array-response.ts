import { once } from 'node:events';
import type { ValidationIssue, IngestResult } from '@skillstream/contracts';
import { appError, type SkillstreamError } from '@skillstream/errors';
import type { Response } from 'express';
import { createIssueReporter, reportIssues } from '../intake/report-issues.ts';

const MOST_ISSUES_OF_NONE = 100;
/** A client has to read a response in this time, since its size counts against the memory budget that others share. */
const READ_WITHIN_MS = 30_000;

/**
 * Collects the results of an array as text: as objects they would take several times the memory until the last one is
 * ready.
 */
export const createArrayResponse = (readWithinMs = READ_WITHIN_MS) => {
  const tell = createIssueReporter();
  const chunks: Buffer[] = [];
  const firstIssues: ValidationIssue[] = [];
  let faults = 0;
  let count = 0;
  let taken = false;

  const reported = (result: IngestResult): IngestResult => {
    if (result.status !== 'rejected') {
      taken = true;
      return result;
    }
    const ofOne = tell(result.faults);
    faults += ofOne.length;
    for (const { path, message } of ofOne.slice(0, MOST_ISSUES_OF_NONE - firstIssues.length))
      firstIssues.push({ path: path === '' ? `${result.line - 1}` : `${result.line - 1}.${path}`, message });
    return { ...result, faults: ofOne };
  };

  return {
    count: () => count,
    holdsTaken: () => taken,
    /** @param results at least one, appended to those that are there */
    add: (results: readonly IngestResult[]): void => {
      const text = results.map((result) => JSON.stringify(reported(result))).join(',');
      chunks.push(Buffer.from(`${count === 0 ? '[' : ','}${text}`));
      count += results.length;
    },
    /** The validation issues to respond with where nothing can be accepted. */
    noneTaken: (): SkillstreamError =>
      appError('unprocessable', `None of the ${count} postings can be taken`, {
        context: { faults: reportIssues(firstIssues, MOST_ISSUES_OF_NONE, faults) },
      }),
    /**
     * Writes the response in chunks, the next when the one before was read; a client that does not read loses the
     * connection.
     * @param signal ends the wait for a client that has gone
     */
    write: async (res: Response, signal: AbortSignal): Promise<void> => {
      const end = Buffer.from(']');
      const length = chunks.reduce((sum, chunk) => sum + chunk.length, end.length);
      res.status(202).type('json').set('Content-Length', String(length));
      const over = AbortSignal.any([signal, AbortSignal.timeout(readWithinMs)]);
      for (const chunk of chunks) {
        if (!res.write(chunk)) await once(res, 'drain', { signal: over }).catch(() => undefined);
        if (over.aborted) return void res.destroy();
      }
      res.end(end);
    },
  };
};

export type ArrayResponse = ReturnType<typeof createArrayResponse>;
