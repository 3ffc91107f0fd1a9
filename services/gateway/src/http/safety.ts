import type { RequestHandler } from 'express';
import type { Limits } from '../limits/limits.ts';
import { bodySize } from './body-size.ts';
import { cors, type CorsOrigins } from './cors.ts';
import { rateLimit } from './rate-limit.ts';
import { strictTransport } from './strict-transport.ts';

export type Safety = {
  corsOrigins: CorsOrigins;
  hstsMaxAgeSeconds: number;
  maxBodyBytes: number;
  limits: Limits;
};

/** What every request passes before any route: the cheapest refusals first, and preflights count for nobody. */
export const safety = ({
  corsOrigins,
  hstsMaxAgeSeconds,
  maxBodyBytes,
  limits,
}: Safety): RequestHandler[] => [
  strictTransport(hstsMaxAgeSeconds),
  cors(corsOrigins),
  ...(Object.keys(limits).length > 0 ? [rateLimit(limits)] : []),
  bodySize(maxBodyBytes),
];
