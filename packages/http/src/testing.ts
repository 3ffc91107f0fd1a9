import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

/** In place of `authorize`, for tests of something else. */
export const everybodyMay: RequestHandler = (_req, _res, next) => next();

/** As much as one caller may have under way in any service. */
const WORST_BYTES = 22_000_000;

/**
 * Sends a route of JSON what a parser would take much time and memory for; of each as much at once as
 * one caller may have: a field that is
 * nested as deeply as the route's bytes allow, as it is and packed, and one of as many zeros.
 * @param bytes of each body when it is unpacked
 * @returns the statuses by what was sent, each once, and by how many bytes this process has grown at the most
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
