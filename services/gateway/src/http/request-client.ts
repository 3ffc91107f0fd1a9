import { clientOf } from '@skillstream/runtime';
import type { Request } from 'express';

/** Who is counted as the client of a request: a trusted proxy's word, else the connection. */
export const requestClient = (req: Request): string => clientOf(req.ip, req.socket.remoteAddress);
