import { callerNameOf } from '@skillstream/auth';
import { appError } from '@skillstream/errors';
import type { Request, RequestHandler } from 'express';
import type { JsonShape } from './json-shape.ts';
import type { Capacity } from './capacity.ts';
import { bodyOf, readAll } from './read-body.ts';
import { parseJson } from './strict-json.ts';

/** The media type of a request's body in lower case, without parameters; empty where none is said. */
export const mediaTypeOf = (req: Request): string =>
  (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/** The most that a route takes. Its bytes are those of the body when it is unpacked. */
export type JsonBounds = JsonShape & { bytes: number };

/** What a packed body may become whatever it was packed to: a text or two, or some hundred ids. */
const FREE_BYTES = 64 * 1024;

const charsetOf = (req: Request): string =>
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
 * Reads a body that must be JSON, and nothing that two readers would understand differently. Express's parser passes
 * over other media types, takes the last of two keys, puts signs of its own in the place of bytes that are no UTF-8,
 * and makes of a body whatever it holds before anybody can look at it.
 * @param onBlock is told how many bytes came, before they are kept; what it throws ends the reading
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
    // What is left of a body that was refused stands before the next request of the connection.
    req.resume();
  }
};

/**
 * Puts the JSON of a request in `req.body`. Its bytes are its caller's until it is answered.
 * @param bodies what all routes of a service share
 * @throws SkillstreamError as `readJson`, and `overloaded` when its caller, or all, have too much here
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
    // Gone meanwhile, or told that it was too slow: nothing would tell of that any more.
    if (res.closed) return account.giveBack();
    res.once('close', account.giveBack);
    next();
  };
