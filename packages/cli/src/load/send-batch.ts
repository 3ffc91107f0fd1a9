import { ProblemError, sendLines, UnreachableError } from '@skillstream/client';
import { ingestResult, type IngestResult } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { createGateway, refusalText } from '../gateway/ask-gateway.ts';
import { cliErrorOf } from '../gateway/validating-fetch.ts';
import { checkShape } from '../gateway/check-response.ts';
import type { InputLocation } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';
import { refusedLines } from './refused-lines.ts';

export type Line = InputLocation & { bytes: Buffer };
export type Settled = Exclude<IngestResult, { status: 'unavailable' }>;
/** How one request ended: all lines have results, or why not and how long to wait. */
export type BatchOutcome =
  { complete: true } | { complete: false; reason: string; retryAfterSeconds: number | null };

/** The gateway read all lines, and refused each. */
const NONE_TAKEN = 422;
const NEWLINE = Buffer.from('\n');
const again = (reason: string, seconds: number | null = null): BatchOutcome => ({
  complete: false,
  reason,
  retryAfterSeconds: seconds,
});

/**
 * Sends lines in one request and passes on the result of each, with the line's number in the file, as they come.
 * @throws CliError when the gateway refuses the request as a whole, or responds with something that is no result: a
 *   retry would not help
 */
export const sendBatch = async (
  at: GatewayAccess,
  lines: Line[],
  onResult: (result: Settled, index: number) => void | Promise<void>,
): Promise<BatchOutcome> => {
  const body = Buffer.concat(lines.flatMap(({ bytes }) => [bytes, NEWLINE]));
  let answered = 0;
  try {
    for await (const said of sendLines(createGateway(at), body)) {
      const result = checkShape(ingestResult, said);
      if (result.status === 'unavailable') return again(result.reason, result.retryAfterSeconds);
      const sent = lines[result.line - 1];
      if (!sent) return again(`there is a result for line ${result.line} of ${lines.length}`);
      answered += 1;
      await onResult({ ...result, line: sent.line }, result.line - 1);
    }
  } catch (error) {
    const own = cliErrorOf(error);
    if (own) throw own;
    if (error instanceof UnreachableError) return again(error.reason);
    if (!(error instanceof ProblemError)) throw error;
    if (error.status === NONE_TAKEN) {
      for (const [index, result] of refusedLines(lines.length, error.problem?.faults ?? []).entries())
        await onResult({ ...result, line: lines[index]!.line }, index);
      return { complete: true };
    }
    const text = refusalText(error);
    if (error.status >= 500 || error.status === 429) return again(text, error.retryAfterSeconds);
    throw new CliError(`the gateway refused the postings: ${text}`);
  }
  return answered === lines.length ? { complete: true } : again('the answer broke off');
};
