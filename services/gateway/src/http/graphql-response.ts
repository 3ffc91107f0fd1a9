import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { ExecutionResult } from 'graphql';
import { responseErrors, type RequestLog } from '../graphql/response-errors.ts';
import type { Results } from '../graphql/run-operation.ts';

const RETRY_AFTER_SECONDS = '1';

/** Sends one result as JSON. */
export const answerResult = (
  res: Response,
  mediaType: string,
  response: ExecutionResult,
  requestLog: RequestLog,
): void => {
  const { result, status } = responseErrors(response, requestLog);
  if (status > 500 || status === 429) res.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  // Counts may change every second.
  res.status(status).set('Cache-Control', 'no-store').type(mediaType).send(JSON.stringify(result));
};

async function* frames(results: Results, requestLog: RequestLog): AsyncGenerator<string> {
  for await (const one of results) {
    const { result } = responseErrors(one, requestLog);
    yield `event: next\ndata: ${JSON.stringify(result)}\n\n`;
  }
  // Browsers ignore an event without data.
  yield 'event: complete\ndata:\n\n';
}

/**
 * Sends results as Server-Sent Events, in the distinct connections mode of graphql-sse
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md). The next one is computed when the client has
 * read the last; the results end when the client disconnects.
 */
export const answerResults = async (
  res: Response,
  results: Results,
  requestLog: RequestLog,
): Promise<void> => {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  res.write(':\n\n');
  await pipeline(Readable.from(frames(results, requestLog), { highWaterMark: 1 }), res).catch(
    () => undefined,
  );
};
