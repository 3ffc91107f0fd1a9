import type { IncomingMessage } from 'node:http';
import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';
import { MOST_HEADERS, MOST_URL_UNITS } from './server-limits.ts';

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;
// RFC 9112, 3.2: neither a fragment nor a byte that would have to be encoded. Before the query no backslash either:
// WHATWG's URL takes it for a slash, so that what is one id here leads to another path where an address is made of
// it.
const TARGET = /^[!"$->@-[\]-~]+(\?[!"$-~]*)?$/;
// What a connection option may name. Any other is a header that the next in line would drop: whoever sends it takes
// away what somebody else relies on.
const ofConnections = new Set(['keep-alive', 'close', 'upgrade', 'te', 'http2-settings']);

// Node keeps the first of two, and a proxy before it may have looked at the last.
const once = ['authorization', 'content-type'];

const countOf = (rawHeaders: readonly string[], name: string): number => {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.toLowerCase() === name) count += 1;
  return count;
};

/**
 * Refuses what two parsers could read in two ways, and Node takes all the same (RFC 9112, 3.2, 6.1 and 9.6): not
 * exactly one valid Host, two log-ins or media types, a transfer coding other than `chunked`, one in HTTP/1.0,
 * headers named by Connection. Node's parser has refused by then a length and a coding together, two lengths,
 * folded lines and stray characters.
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
 * `checkForm` before all else; a connection with such a request ends with its answer, since what stands behind it is
 * of unknown origin, and is not answered.
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
