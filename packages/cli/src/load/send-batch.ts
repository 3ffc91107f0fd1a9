import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ingestResult, type IngestResult } from '@skillstream/contracts';
import { connectionCode, problemText } from '../gateway/client.ts';
import { CliError } from '../terminal/cli-error.ts';

export type Line = { line: number; bytes: Buffer };
export type Settled = Exclude<IngestResult, { status: 'unavailable' }>;
/** How one request ended: all lines answered, or why not and how long to wait. */
export type Ending =
  { complete: true } | { complete: false; reason: string; retryAfterSeconds: number | null };

const NEWLINE = Buffer.from('\n');
const retryAfter = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
};
const again = (reason: string, seconds: number | null = null): Ending => ({
  complete: false,
  reason,
  retryAfterSeconds: seconds,
});

/**
 * Sends lines in one request and hands out a result for each, with the line's number in the file, as they come.
 * @throws CliError when the gateway refuses the request as such: the same again would not help
 */
export const sendBatch = async (
  address: string,
  lines: Line[],
  onResult: (result: Settled, index: number) => void | Promise<void>,
): Promise<Ending> => {
  const body = Buffer.concat(lines.flatMap(({ bytes }) => [bytes, NEWLINE]));
  let response: Response;
  try {
    const headers = { 'content-type': 'application/x-ndjson' };
    response = await fetch(new URL('/v1/postings', address), { method: 'POST', headers, body });
  } catch (error) {
    return again(connectionCode(error));
  }
  if (!response.ok) {
    const text = problemText(await response.json().catch(() => null), response.status);
    if (response.status >= 500 || response.status === 429) return again(text, retryAfter(response));
    throw new CliError(`the gateway refused the postings: ${text}`);
  }
  try {
    const results = Readable.fromWeb(response.body as never);
    let answered = 0;
    for await (const text of createInterface({ input: results, crlfDelay: Infinity })) {
      if (text.trim() === '') continue;
      const result = ingestResult.parse(JSON.parse(text));
      if (result.status === 'unavailable') return again(result.reason, result.retryAfterSeconds);
      const sent = lines[result.line - 1];
      if (!sent) throw new Error(`there is a result for line ${result.line} of ${lines.length}`);
      answered += 1;
      await onResult({ ...result, line: sent.line }, result.line - 1);
    }
    return answered === lines.length ? { complete: true } : again('the answer broke off');
  } catch (error) {
    return again(connectionCode(error));
  }
};
