import type { Request } from 'express';

/** The media type of a request's body in lower case, without parameters; empty where none is said. */
export const mediaTypeOf = (req: Request): string =>
  (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
