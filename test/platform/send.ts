import { sleep } from '@skillstream/async';
import { ingestResult, type IngestResult, type PostingInput } from '@skillstream/contracts';
import type { TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
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

type Confirmed = Extract<IngestResult, { version: number }>;

/**
 * Sends postings until each has an answer, as any client would: what was not confirmed is sent again.
 * @returns the answers, in no order; "unchanged" means that an attempt whose answer was lost had arrived
 */
export const sendAll = async (
  url: string,
  postings: PostingInput[],
  tokens: TokenSource = localTokens,
): Promise<Confirmed[]> => {
  const confirmed: Confirmed[] = [];
  let open = postings;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 600) throw new Error(`${open.length} postings were never answered`);
    const answered = new Set<number>();
    for (const result of await sendOnce(url, open, tokens)) {
      if (result.status === 'rejected') throw new Error(`rejected: ${JSON.stringify(result.faults)}`);
      if (result.status === 'unavailable') continue;
      if (!answered.has(result.line)) confirmed.push(result);
      answered.add(result.line);
    }
    open = open.filter((_, i) => !answered.has(i + 1));
    if (open.length > 0) await sleep(100);
  }
  return confirmed;
};
