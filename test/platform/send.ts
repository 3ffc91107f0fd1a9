import { ingestResult, type IngestResult, type PostingInput } from '@skillstream/contracts';
import { sleep } from '@skillstream/runtime';
import type { TokenSource } from '../../packages/cli/src/auth/token-source.ts';
import { allowed, localTokens } from './token.ts';

const sendOnce = async (
  url: string,
  postings: PostingInput[],
  tokens: TokenSource,
): Promise<IngestResult[]> => {
  const body = postings.map((posting) => JSON.stringify(posting)).join('\n');
  const results: IngestResult[] = [];
  try {
    const headers = { 'content-type': 'application/x-ndjson' };
    const request = { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) };
    const response = await fetch(`${url}/v1/postings`, await allowed(request, tokens));
    for (const line of (await response.text()).split('\n')) {
      if (line.startsWith('{"line"')) results.push(ingestResult.parse(JSON.parse(line)));
    }
  } catch {
    // The connection broke: what has no answer is sent again.
  }
  return results;
};

/** Sends postings until each has an answer, as any client would: what was not confirmed is sent again. */
export const sendAll = async (
  url: string,
  postings: PostingInput[],
  tokens: TokenSource = localTokens,
): Promise<void> => {
  let open = postings;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 600) throw new Error(`${open.length} postings were never answered`);
    const answered = new Set<number>();
    for (const result of await sendOnce(url, open, tokens)) {
      if (result.status === 'rejected') throw new Error(`rejected: ${JSON.stringify(result.faults)}`);
      if (result.status !== 'unavailable') answered.add(result.line);
    }
    open = open.filter((_, i) => !answered.has(i + 1));
    if (open.length > 0) await sleep(100);
  }
};
