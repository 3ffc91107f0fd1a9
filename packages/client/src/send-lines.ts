import { isBlank, splitLines } from '@skillstream/contracts/ndjson';
import { responseOf } from './response-of.ts';
import type { Gateway, Schemas } from './create-client.ts';
import { UnreachableError } from './errors.ts';

/** A result names twenty issues at most; a longer line comes from something that is no gateway. */
export const MOST_RESULT_BYTES = 1024 * 1024;

async function* resultsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Schemas['IngestResult']> {
  for await (const lines of splitLines(stream, MOST_RESULT_BYTES))
    for (const { line, bytes } of lines) {
      if (bytes === null) throw new Error(`line ${line} is longer than ${MOST_RESULT_BYTES} bytes`);
      if (!isBlank(bytes)) yield JSON.parse(bytes.toString()) as Schemas['IngestResult'];
    }
}

/**
 * Sends postings as one stream of lines and gives the result of each as it comes. Where the last one says
 * `unavailable`, or where they end too early, the rest was not taken: send it again.
 * @param lines a posting as JSON a line
 * @throws ProblemError where nothing was taken; UnreachableError where the connection broke
 */
export async function* sendLines(
  gateway: Gateway,
  lines: string | Uint8Array<ArrayBuffer>,
): AsyncGenerator<Schemas['IngestResult']> {
  const asked = gateway.POST('/v1/postings', {
    headers: { 'content-type': 'application/x-ndjson' },
    // Bytes go as they are: text would be encoded once more.
    body: lines as string,
    bodySerializer: (body) => body,
    parseAs: 'stream',
  });
  const results = await responseOf(asked);
  if (!results) return;
  try {
    yield* resultsOf(results as ReadableStream<Uint8Array>);
  } catch (error) {
    throw new UnreachableError('the answer broke off', error);
  }
}
