import { answerOf } from './answer-of.ts';
import type { Gateway, Schemas } from './create-client.ts';
import { UnreachableError } from './errors.ts';

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of stream) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
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
  const results = await answerOf(asked);
  if (!results) return;
  try {
    for await (const line of linesOf(results as ReadableStream<Uint8Array>))
      if (line.trim() !== '') yield JSON.parse(line) as Schemas['IngestResult'];
  } catch (error) {
    throw new UnreachableError('the answer broke off', error);
  }
}
