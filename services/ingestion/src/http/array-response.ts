import { appError, type SkillstreamError } from '@skillstream/errors';
import { once } from 'node:events';
import type { ValidationIssue, IngestResult } from '@skillstream/contracts';
import type { Response } from 'express';
import { createIssueReporter, reportIssues } from '../intake/report-issues.ts';

const MOST_ISSUES_OF_NONE = 100;
/** For an answer to be read: what it weighs is on its caller's account, of which others want some. */
const READ_WITHIN_MS = 30_000;

/**
 * Gathers the results of an array as the text that they are answered by: as objects they would weigh several times as
 * much until the last one is there.
 */
export const createArrayResponse = (readWithinMs = READ_WITHIN_MS) => {
  const tell = createIssueReporter();
  const pieces: Buffer[] = [];
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
    /** @param results one at least, that come behind those that are there */
    add: (results: readonly IngestResult[]): void => {
      const text = results.map((result) => JSON.stringify(reported(result))).join(',');
      pieces.push(Buffer.from(`${count === 0 ? '[' : ','}${text}`));
      count += results.length;
    },
    /** What is answered where nothing of it can be taken. */
    noneTaken: (): SkillstreamError =>
      appError('unprocessable', `None of the ${count} postings can be taken`, {
        context: { faults: reportIssues(firstIssues, MOST_ISSUES_OF_NONE, faults) },
      }),
    /**
     * Writes it in pieces, the next when the one before is read; whoever does not read loses the connection.
     * @param signal ends the wait for somebody who has gone
     */
    write: async (res: Response, signal: AbortSignal): Promise<void> => {
      const end = Buffer.from(']');
      const length = pieces.reduce((sum, piece) => sum + piece.length, end.length);
      res.status(202).type('json').set('Content-Length', String(length));
      const over = AbortSignal.any([signal, AbortSignal.timeout(readWithinMs)]);
      for (const piece of pieces) {
        if (!res.write(piece)) await once(res, 'drain', { signal: over }).catch(() => undefined);
        if (over.aborted) return void res.destroy();
      }
      res.end(end);
    },
  };
};

export type ArrayResponse = ReturnType<typeof createArrayResponse>;
