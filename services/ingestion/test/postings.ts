import type { IngestResult } from '@skillstream/contracts';
import { canonicalize } from '../src/canonical/canonical-posting.ts';
import type { Arrival } from '../src/store/accept.ts';

export const NOW = new Date('2025-06-01T00:00:00Z');

/** A posting as it is sent; the text tells one content from another. */
export const input = (sourceId: string, text = 'We use Go') => ({
  source: 'test',
  sourceId,
  title: 'Go developer',
  description: text,
});

/** A posting to be stored. */
export const arrival = (sourceId: string, text?: string): Arrival => {
  const made = canonicalize(input(sourceId, text), NOW);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return { posting: made.posting, traceparent: null };
};

export const idOf = (sourceId: string): string => arrival(sourceId).posting.postingId;

export const post = (base: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${base}/v1/postings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Sends bytes as NDJSON. */
export const postLines = async (
  base: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(`${base}/v1/postings`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    results: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as IngestResult),
  };
};
