import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

/** Replaces `authorize` in tests of other things. */
export const everybodyMay: RequestHandler = (_req, _res, next) => next();

/** As much as one caller may have in progress in any service. */
const WORST_BYTES = 22_000_000;

/**
 * Sends inputs to a JSON route that are expensive to parse, as many at once as one caller may send: a field that is
 * nested as deeply as the size limit allows, plain and compressed, and an array of as many zeros.
 * @param bytes of each body after decompression
 * @returns the distinct statuses for each input, and the peak growth of this process in bytes
 */
export const sendWorstJson = async (url: string, field: string, bytes: number) => {
  const [half, rss] = [Math.floor(bytes / 2) - 100, process.memoryUsage().rss];
  const deep = Buffer.from(`{"${field}":${'['.repeat(half)}${']'.repeat(half)}}`);
  const bodies: [what: string, body: Buffer, coding: string][] = [
    ['deep', deep, 'identity'],
    ['deep, gzip', gzipSync(deep), 'gzip'],
    ['deep, br', brotliCompressSync(deep), 'br'],
    ['zeros', Buffer.from(`{"${field}":[0${',0'.repeat(half)}]}`), 'identity'],
  ];
  let grown = 0;
  const found: Record<string, number[]> = {};
  for (const [what, body, coding] of bodies) {
    const headers = { 'content-type': 'application/json', 'content-encoding': coding };
    const send = async () => {
      const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
      await response.arrayBuffer();
      grown = Math.max(grown, process.memoryUsage().rss - rss);
      return response.status;
    };
    found[what] = [...new Set(await Promise.all(Array.from({ length: WORST_BYTES / bytes }, send)))];
  }
  return { found, grown };
};
