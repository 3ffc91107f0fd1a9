import { isBlank, splitLines } from '@skillstream/contracts/ndjson';
import { responseOf } from './response-of.ts';
import type { Gateway, Schemas } from './create-client.ts';
import { UnreachableError } from './errors.ts';

/**
 * A longer line does not come from a gateway: a result names twenty issues and how many more there are, each with 200
 * characters of a path at the most, some 30 KB in all; the rest is room for what later versions add.
 */
export const MOST_RESULT_BYTES = 1024 * 1024;

async function* resultsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Schemas['IngestResult']> {
  for await (const lines of splitLines(stream, MOST_RESULT_BYTES))
    for (const { line, bytes } of lines) {
      if (bytes === null) throw new Error(`line ${line} is longer than ${MOST_RESULT_BYTES} bytes`);
      if (!isBlank(bytes)) yield JSON.parse(bytes.toString()) as Schemas['IngestResult'];
    }
}

/**
 * Sends postings as one stream of lines and yields the result of each as it arrives. When the last one says
 * `unavailable`, or when they end too early, the rest was not accepted: send it again.
 * @param lines one posting as JSON on each line
 * @throws ProblemError when nothing was accepted; UnreachableError when the connection broke
 */
export async function* sendLines(
  gateway: Gateway,
  lines: string | Uint8Array<ArrayBuffer>,
): AsyncGenerator<Schemas['IngestResult']> {
  const asked = gateway.POST('/v1/postings', {
    headers: { 'content-type': 'application/x-ndjson' },
    // Bytes are sent as they are: text would be encoded once more.
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
