import { isUtf8 } from 'node:buffer';
import { raw, type Request, type RequestHandler } from 'express';
import { fault } from '../errors.ts';
import { mediaTypeOf } from './media-type.ts';
import { parseStrictJson } from './strict-json.ts';

const charsetOf = (req: Request): string =>
  /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(req.header('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';

const checkType = (req: Request): void => {
  if (mediaTypeOf(req) !== 'application/json') throw fault('unsupported-media-type', 'Send application/json');
  // RFC 8259, 8.1: between systems JSON is UTF-8.
  if (charsetOf(req) !== 'utf-8') throw fault('unsupported-media-type', 'Send JSON in UTF-8');
};

const parse = (bytes: Buffer | undefined): unknown => {
  if (!bytes?.length) throw fault('invalid-input', 'The body is empty: send JSON');
  if (!isUtf8(bytes)) throw fault('invalid-input', 'The body is not valid UTF-8');
  const parsed = parseStrictJson(bytes.toString('utf8'));
  if ('value' in parsed) return parsed.value;
  const [{ path, message }] = parsed.faults as [{ path: string; message: string }];
  const place = path === '' ? 'The body' : `The body: ${path}`;
  throw fault('invalid-input', `${place} ${message}`, { context: { faults: parsed.faults } });
};

/**
 * Reads a body that must be JSON, and nothing that two readers would understand differently. Express's parser passes
 * over other media types, takes the last of two keys, and puts signs of its own in the place of bytes that are no
 * UTF-8.
 * @param limit of the body, like '2mb'
 * @throws SkillstreamError `unsupported-media-type`, `too-large`, `invalid-input`
 */
export const jsonBody = (limit: string): RequestHandler => {
  const read = raw({ limit, type: () => true });
  return (req, res, next) => {
    checkType(req);
    read(req, res, (error?: unknown) => {
      if (error) return next(error);
      try {
        req.body = parse(req.body as Buffer | undefined);
      } catch (refusal) {
        return next(refusal);
      }
      next();
    });
  };
};
