import { UNREADABLE } from '@skillstream/contracts/stream-end';
import { appError, messageOf } from '@skillstream/errors';
import type { Turns } from '@skillstream/async';
import type { PostingLine } from '@skillstream/files';
import { MOST_OF_ONE, reportIssues } from './report-issues.ts';
import { createRejectedShare, endingAt, type ValidateStreamDeps, type Weighed } from './validate-stream.ts';
import { validateValue, weightOf, type Validated } from './validate.ts';

/** A client without data may send a blank row every second for hours, to keep its connection open. */
const MOST_QUIET_BLOCKS = 100_000;

/**
 * Ends a body of which so many blocks make no row.
 * @returns the blocks, and `heard`, to be called for each row
 * @throws SkillstreamError `too-large` while it is read
 */
export const createQuietBound = (blocks: AsyncIterable<Buffer>, most = MOST_QUIET_BLOCKS) => {
  let quiet = 0;
  async function* bounded(): AsyncGenerator<Buffer> {
    for await (const block of blocks) {
      quiet += 1;
      if (quiet > most) throw appError('too-large', `there is no row in ${most} blocks in a row`);
      yield block;
    }
  }
  return { blocks: bounded(), heard: (): void => void (quiet = 0) };
};

const validationOf = (row: PostingLine, maxBytes: number, now: Date): Validated => {
  const { line } = row;
  if ('faults' in row) return { line, faults: reportIssues(row.faults, MOST_OF_ONE), of: 'form' };
  if (row.bytes.length <= maxBytes) return { line, ...validateValue(row.posting, now) };
  return { line, faults: [{ path: '', message: `is longer than ${maxBytes} bytes` }], of: 'form' };
};

export type ValidateRowsDeps = Pick<ValidateStreamDeps, 'now' | 'maxLineBytes' | 'rejectedShare'> & {
  turns: Turns;
};

/**
 * Validates the rows of a table as they are read, the next one on demand. A body that breaks off is one more issue, on
 * the line behind the last row; after too many rejected rows nothing is read.
 */
export const createValidateRows = (deps: ValidateRowsDeps) => {
  const { now, maxLineBytes, turns, rejectedShare = createRejectedShare } = deps;
  return async function* (rows: AsyncIterable<PostingLine>, onRow: () => void): AsyncGenerator<Weighed[]> {
    const isTooMany = rejectedShare();
    let line = 1;
    try {
      for await (const row of rows) {
        await turns.pause();
        onRow();
        ({ line } = row);
        const validation = validationOf(row, maxLineBytes, now());
        const last = isTooMany('faults' in validation);
        const validated = last ? endingAt(validation) : validation;
        yield [{ validated, weight: weightOf(validated, 'bytes' in row ? row.bytes.length : 0) }];
        if (last) return;
      }
    } catch (error) {
      const message = `${UNREADABLE}: ${messageOf(error)}`;
      const validated: Validated = { line: line + 1, faults: [{ path: '', message }], of: 'form' };
      yield [{ validated, weight: weightOf(validated, 0) }];
    }
  };
};
