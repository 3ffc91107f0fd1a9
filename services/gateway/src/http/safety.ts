import type { RequestHandler } from 'express';
import { bodySize } from './body-size.ts';
import { cors, type CorsOrigins } from './cors.ts';
import { strictTransport } from './strict-transport.ts';

export type Safety = {
  corsOrigins: CorsOrigins;
  hstsMaxAgeSeconds: number;
  maxBodyBytes: number;
};

/** What every request passes before any route: the cheapest refusals first. */
export const safety = ({ corsOrigins, hstsMaxAgeSeconds, maxBodyBytes }: Safety): RequestHandler[] => [
  strictTransport(hstsMaxAgeSeconds),
  cors(corsOrigins),
  bodySize(maxBodyBytes),
];
