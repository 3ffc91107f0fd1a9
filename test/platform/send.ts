import { ingestResult, type IngestResult, type PostingInput } from '@skillstream/contracts';
import { sleep } from '@skillstream/runtime';

const sendOnce = async (url: string, postings: PostingInput[]): Promise<IngestResult[]> => {
  const body = postings.map((posting) => JSON.stringify(posting)).join('\n');
  const results: IngestResult[] = [];
  try {
    const headers = { 'content-type': 'application/x-ndjson' };
    const response = await fetch(`${url}/v1/postings`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(60_000),
    });
    for (const line of (await response.text()).split('\n')) {
      if (line.startsWith('{"line"')) results.push(ingestResult.parse(JSON.parse(line)));
    }
  } catch {
    // The connection broke: what has no answer is sent again.
  }
  return results;
};

/** Sends postings until each has an answer, as any client would: what was not confirmed is sent again. */
export const sendAll = async (url: string, postings: PostingInput[]): Promise<void> => {
  let open = postings;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 600) throw new Error(`${open.length} postings were never answered`);
    const answered = new Set<number>();
    for (const result of await sendOnce(url, open)) {
      if (result.status === 'rejected') throw new Error(`rejected: ${JSON.stringify(result.faults)}`);
      if (result.status !== 'unavailable') answered.add(result.line);
    }
    open = open.filter((_, i) => !answered.has(i + 1));
    if (open.length > 0) await sleep(100);
  }
};
