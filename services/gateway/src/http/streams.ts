import { mediaTypeOf } from '@skillstream/runtime';
import type { Request } from 'express';

const streams = ['application/x-ndjson', 'application/ndjson'];

/** Whether a request's body is a stream of lines, which may go on for ever. */
export const isStream = (req: Request): boolean => streams.includes(mediaTypeOf(req));
