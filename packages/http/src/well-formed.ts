import type { IncomingMessage } from 'node:http';
import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';
import { MOST_HEADERS, MOST_URL_UNITS } from './server-limits.ts';

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;
// RFC 9112, 3.2: neither a fragment nor a byte that must be encoded. Before the query no backslash either: WHATWG's
// URL treats it as a slash, so that an id with one would become another path in a URL.
const TARGET = /^[!"$->@-[\]-~]+(\?[!"$-~]*)?$/;
// The allowed connection options. Any other names a header that the next hop would drop, although somebody may rely
// on it.
const ofConnections = new Set(['keep-alive', 'close', 'upgrade', 'te', 'http2-settings']);

// Node uses the first of two, and a proxy in front of it may have used the last.
const once = ['authorization', 'content-type'];

const countOf = (rawHeaders: readonly string[], name: string): number => {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.toLowerCase() === name) count += 1;
  return count;
};

/**
 * Rejects requests that two parsers could interpret differently and that Node accepts (RFC 9112, 3.2, 6.1 and 9.6):
 * not exactly one valid Host, two Authorization or Content-Type headers, a transfer coding other than `chunked`, one
 * in HTTP/1.0, headers named by Connection. Node's parser has already rejected a length together with a coding, two
 * lengths, folded lines and invalid characters.
 * @throws SkillstreamError `invalid-input`, `uri-too-long`, `headers-too-large`
 */
const checkForm = ({ url = '', rawHeaders, headers, httpVersion }: IncomingMessage): void => {
  if (url.length > MOST_URL_UNITS)
    throw appError('uri-too-long', `Path and parameters may have ${MOST_URL_UNITS} characters`);
  if (!TARGET.test(url))
    throw appError('invalid-input', 'A path is made of visible ASCII, without a backslash or a fragment');
  if (rawHeaders.length > 2 * MOST_HEADERS)
    throw appError('headers-too-large', `A request may have ${MOST_HEADERS} headers`);
  if (countOf(rawHeaders, 'host') !== 1 || !HOST.test(headers.host!))
    throw appError(
      'invalid-input',
      'A request has exactly one Host, a name or an address and perhaps a port',
    );
  for (const name of once)
    if (countOf(rawHeaders, name) > 1) throw appError('invalid-input', `A request has one header ${name}`);
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || httpVersion !== '1.1'))
    throw appError('invalid-input', 'The one transfer coding is chunked, in HTTP/1.1');
  const options = headers.connection?.toLowerCase().split(',') ?? [];
  if (!options.every((option) => ofConnections.has(option.trim())))
    throw appError('invalid-input', 'Connection may not name other headers');
};

/**
 * Runs `checkForm` before everything else; a connection with such a request is closed after the response, since data
 * behind it is of unknown origin.
 */
export const wellFormed: RequestHandler = (req, res, next) => {
  try {
    checkForm(req);
  } catch (error) {
    res.setHeader('Connection', 'close');
    throw error;
  }
  next();
};
