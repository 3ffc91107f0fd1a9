import { createRate } from '@skillstream/runtime';
import type { RequestHandler } from 'express';

/** Counts the requests that come in, and those that were answered, each second. */
export const createRequestRates = () => {
  const [taken, answered] = [createRate(), createRate()];
  const count: RequestHandler = (_req, res, next) => {
    taken.add(1);
    res.on('finish', () => answered.add(1));
    next();
  };
  return {
    count,
    rates: () => ({ inPerSecond: taken.perSecond(), outPerSecond: answered.perSecond() }),
  };
};
