import { callerNameOf } from '@skillstream/auth';
import { mediaTypeOfHeader } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Request, RequestHandler } from 'express';
import type { JsonShape } from './json-shape.ts';
import type { Capacity } from './capacity.ts';
import { bodyOf, readAll } from './read-body.ts';
import { parseJson } from './strict-json.ts';

/** The media type of a request's body in lower case, without parameters; empty if there is none. */
export const mediaTypeOf = (req: Request): string => mediaTypeOfHeader(req.header('content-type'));

/** The limits of a route. `bytes` counts the decompressed body. */
export type JsonBounds = JsonShape & { bytes: number };

/** Decompressed bytes that any compression ratio is accepted for: a text or two, or some hundred ids. */
const FREE_BYTES = 64 * 1024;

/** The charset that a request says its body is in, in lower case; utf-8 if it says none. */
export const charsetOf = (req: Request): string =>
  /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(req.header('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';

const checkType = (req: Request): void => {
  if (mediaTypeOf(req) !== 'application/json')
    throw appError('unsupported-media-type', 'Send application/json');
  // RFC 8259, 8.1: between systems JSON is UTF-8.
  if (charsetOf(req) !== 'utf-8') throw appError('unsupported-media-type', 'Send JSON in UTF-8');
};

const parse = (bytes: Buffer, bounds: JsonBounds): unknown => {
  if (bytes.length === 0) throw appError('invalid-input', 'The body is empty: send JSON');
  const parsed = parseJson(bytes, bounds);
  if ('value' in parsed) return parsed.value;
  const [{ path, message }] = parsed.faults as [{ path: string; message: string }];
  const place = path === '' ? 'The body' : `The body: ${path}`;
  throw appError('invalid-input', `${place} ${message}`, { context: { faults: parsed.faults } });
};

/**
 * Reads a body that must be JSON and unambiguous. Express's parser ignores other media types, uses the last of
 * duplicate keys, replaces bytes that are not UTF-8, and parses a body before its levels and values can be limited.
 * @param onBlock is called with the size of each block, before it is buffered; an error that it throws ends reading
 * @throws SkillstreamError `unsupported-media-type`, `too-large`, `invalid-input`
 */
export const readJson = async (
  req: Request,
  bounds: JsonBounds,
  onBlock?: (bytes: number) => void,
): Promise<unknown> => {
  checkType(req);
  const closed = new AbortController();
  const stop = () => closed.abort();
  req.res?.once('close', stop);
  try {
    const blocks = bodyOf(req, closed.signal, FREE_BYTES);
    return parse(await readAll(blocks, { maxBytes: bounds.bytes, ...(onBlock && { onBlock }) }), bounds);
  } finally {
    req.res?.off('close', stop);
    // The rest of a rejected body precedes the next request of the connection.
    req.resume();
  }
};

/**
 * Sets `req.body` to the parsed JSON of a request. Its bytes count for its caller until the response.
 * @param bodies the capacity that all routes of a service share
 * @throws SkillstreamError as `readJson`, and `overloaded` when the capacity of the caller, or of all, is used up
 */
export const jsonBody =
  (bounds: JsonBounds, bodies: Capacity): RequestHandler =>
  async (req, res, next) => {
    const account = bodies.open(callerNameOf(req));
    try {
      req.body = await readJson(req, bounds, account.take);
    } catch (error) {
      account.giveBack();
      throw error;
    }
    // The caller has disconnected, or was told that it was too slow: there is nobody to report to.
    if (res.closed) return account.giveBack();
    res.once('close', account.giveBack);
    next();
  };
