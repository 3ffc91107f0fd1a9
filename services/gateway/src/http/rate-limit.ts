import { appError } from '@skillstream/errors';
import type { RequestHandler } from 'express';
import type { Limits } from '../limits/slices.ts';
import { routeClassOf } from '../limits/route-class.ts';
import { requestClient } from './request.ts';

/**
 * Limits how often a client may call, and reports in each response how much is left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-11: `RateLimit-Policy: "reads";q=6000;w=60`, `RateLimit: "reads";r=5999;t=60`.
 * @throws SkillstreamError `rate-limited`
 */
export const rateLimit =
  (limits: Limits): RequestHandler =>
  async (req, res, next) => {
    const { method, path, query } = req;
    const name = routeClassOf({ method, path, contentType: req.headers['content-type'], query });
    const limit = name === null ? undefined : limits[name];
    if (!limit) return next();
    const { quota, windowSeconds } = limit;
    const { allowed, remaining, endsInMs } = await limit.spend(requestClient(req));
    const seconds = Math.max(1, Math.ceil(endsInMs / 1000));
    res.setHeader('RateLimit-Policy', `"${name}";q=${quota};w=${windowSeconds}`);
    res.setHeader('RateLimit', `"${name}";r=${remaining};t=${seconds}`);
    if (allowed) return next();
    throw appError('rate-limited', `A client may ask for ${name} ${quota} times in ${windowSeconds} s`, {
      context: { retryAfterSeconds: seconds },
    });
  };
