import type { Page } from 'playwright-core';

/** Of one kind: how many responses, bytes on the wire with headers, and bytes once decoded. */
type Bytes = { responses: number; transferred: number; decoded: number };
export type BytesByKind = Record<string, Bytes>;

const kinds: Readonly<Record<string, string>> = {
  Document: 'document',
  Stylesheet: 'styles',
  Script: 'scripts',
  Image: 'images',
  Other: 'images',
  Font: 'fonts',
  Fetch: 'API',
};
const STREAM = 'text/event-stream';

/**
 * Counts what a page fetches from now on, by kind, as the browser's network stack reports it: each address once, since
 * numbers are renewed as long as the page is open.
 * @returns what there was so far; a stream that is open still is the kind `stream`, with the bytes that have come
 */
export const countBytes = async (page: Page): Promise<() => BytesByKind> => {
  const session = await page.context().newCDPSession(page);
  const requests = new Map<string, Bytes & { kind: string }>();
  const addresses = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (addresses.has(response.url)) return;
    addresses.add(response.url);
    const kind = response.mimeType === STREAM ? 'stream' : (kinds[type] ?? type);
    requests.set(requestId, { kind, responses: 1, transferred: response.encodedDataLength, decoded: 0 });
  });
  session.on('Network.dataReceived', ({ requestId, dataLength, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.decoded += dataLength;
    if (request.kind === 'stream') request.transferred += encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.transferred = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => {
    const sums: BytesByKind = {};
    for (const { kind, responses, transferred, decoded } of requests.values()) {
      const sum = (sums[kind] ??= { responses: 0, transferred: 0, decoded: 0 });
      sum.responses += responses;
      sum.transferred += transferred;
      sum.decoded += decoded;
    }
    return sums;
  };
};
