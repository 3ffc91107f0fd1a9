import type { Request } from 'express';
import { clientOf } from '../limits/client-of.ts';

/** Who is counted as the client of a request: a trusted proxy's word, else the connection. */
export const requestClient = (req: Request): string => clientOf(req.ip, req.socket.remoteAddress);
