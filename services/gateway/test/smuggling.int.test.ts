import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { problem } from '@skillstream/contracts';
import { sendRaw } from './raw.ts';
import { respond, startGateway } from './upstream.ts';

// A parser in front that reads such a request differently finds other requests behind it.
let gateway: Awaited<ReturnType<typeof startGateway>>;
let reached: string[] = [];
beforeAll(async () => {
  const upstream: RequestListener = (req, res) => {
    req.on('end', () => reached.push(`${req.method} ${req.url}`));
    respond({ here: true })(req, res);
  };
  gateway = await startGateway({ ingestion: upstream, tagging: upstream, analytics: upstream });
});
afterEach(() => {
  reached = [];
});
afterAll(() => gateway.stop());

const HOST = 'Host: gateway\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';
const post = `POST /v1/postings HTTP/1.1\r\n${HOST}${JSON_TYPE}`;
const get = `GET /v1/postings/1 HTTP/1.1\r\n`;
const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const END = '0\r\n\r\n';
const smuggled = 'DELETE /v1/postings/1 HTTP/1.1\r\nHost: gateway\r\n\r\n';

test('the same requests without a trick reach the upstream', async () => {
  const closing = 'Connection: close\r\n';
  expect((await sendRaw(gateway.port, `${get}${HOST}${closing}\r\n`)).status).toBe(200);
  expect((await sendRaw(gateway.port, `${post}${CHUNKED}${closing}\r\n2\r\n{}\r\n${END}`)).status).toBe(200);
  expect(reached).toEqual(['GET /v1/postings/1', 'POST /v1/postings']);
});

describe('an ambiguous request is refused, and no upstream receives it completely:', () => {
  test.each([
    ['length and coding', `${post}Content-Length: 5\r\n${CHUNKED}\r\n${END}`],
    ['coding and length', `${post}${CHUNKED}Content-Length: 5\r\n\r\n${END}`],
    ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`],
    ['two different lengths', `${post}Content-Length: 0\r\nContent-Length: 60\r\n\r\n`],
    ['a list of lengths', `${post}Content-Length: 2, 2\r\n\r\n{}`],
    ['a length with a sign', `${post}Content-Length: +2\r\n\r\n{}`],
    ['a negative length', `${post}Content-Length: -2\r\n\r\n{}`],
    ['a coding that is none', `${post}Transfer-Encoding: xchunked\r\n\r\n${END}`],
    ['a coding before chunked', `${post}Transfer-Encoding: gzip, chunked\r\n\r\n${END}`],
    ['a coding behind chunked', `${post}Transfer-Encoding: chunked, identity\r\n\r\n${END}`],
    ['the coding twice', `${post}${CHUNKED}${CHUNKED}\r\n${END}`],
    ['a coding in HTTP/1.0', `${post.replace('1.1', '1.0')}${CHUNKED}\r\n${END}`],
    ['a coding on a folded line', `${post}Transfer-Encoding:\r\n chunked\r\n\r\n${END}`],
    ['a folded line', `${get}${HOST}X-A: b\r\n c: d\r\n\r\n`],
    ['a space before the colon', `${post}Content-Length : 2\r\n\r\n{}`],
    ['lines that end in LF', `${get}${HOST}\r\n`.replaceAll('\r\n', '\n')],
    ['a lone CR in a header', `${get}${HOST}X-A: b\rTransfer-Encoding: chunked\r\n\r\n`],
    ['NUL in a header', `${get}${HOST}X-A: b\0c\r\n\r\n`],
    ['NUL in the path', `GET /v1/postings/\0 HTTP/1.1\r\n${HOST}\r\n`],
    ['backslashes that lead to another path', `GET /v1/report/..\\..\\metrics HTTP/1.1\r\n${HOST}\r\n`],
    ['a chunk size that is none', `${post}${CHUNKED}\r\n0x2\r\n{}\r\n${END}`],
    ['a chunk that ends in LF', `${post}${CHUNKED}\r\n2\n{}\r\n${END}`],
    ['no Host', `${get}\r\n`],
    ['two Hosts', `${get}${HOST}Host: elsewhere\r\n\r\n`],
    ['an empty Host', `${get}Host: \r\n\r\n`],
    ['a Host with a path', `${get}Host: gateway/v1\r\n\r\n`],
    ['a Host with a user', `${get}Host: me@gateway\r\n\r\n`],
    ['a Host with spaces', `${get}Host: gateway elsewhere\r\n\r\n`],
    [
      'Connection that names a length',
      `${post}Connection: close, content-length\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    ['Connection that names a header', `${get}${HOST}Connection: x-internal\r\nX-Internal: 1\r\n\r\n`],
    ['Connection that names a log-in', `${get}${HOST}Connection: authorization\r\n\r\n`],
    ['two log-ins', `${get}${HOST}Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n`],
    ['two media types', `${post}Content-Type: text/csv\r\nContent-Length: 2\r\n\r\n{}`],
    ['a version that is none', `GET /v1/postings/1 HTTP/1.9\r\n${HOST}\r\n`],
    ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a request without a version', 'GET /v1/postings/1\r\n\r\n'],
    ['a method that is none', `SMUGGLE /v1/postings/1 HTTP/1.1\r\n${HOST}\r\n`],
  ])('%s', async (_trick, bytes) => {
    const { status, headers, body, count } = await sendRaw(gateway.port, `${bytes}${smuggled}`);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(problem.parse(JSON.parse(body))).toMatchObject({ code: 'invalid-input' });
    // Nor does what follows it on the connection.
    expect([count, reached]).toEqual([1, []]);
  });
});
