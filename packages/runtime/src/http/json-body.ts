import { json, type RequestHandler } from 'express';
import { fault } from '../errors.ts';
import { mediaTypeOf } from './media-type.ts';

/**
 * Reads a body that must be JSON. Express's parser alone passes over other types, and nobody would be told that it did.
 * @param limit of the body, like '2mb'
 * @throws SkillstreamError `unsupported-media-type`, `too-large`, `invalid-input`
 */
export const jsonBody = (limit: string): RequestHandler => {
  const parse = json({ limit });
  return (req, res, next) => {
    if (mediaTypeOf(req) !== 'application/json')
      throw fault('unsupported-media-type', 'Send application/json');
    parse(req, res, next);
  };
};
