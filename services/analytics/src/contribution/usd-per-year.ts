import type { Salary } from '@skillstream/contracts';

// US dollars for one unit, rounded yearly averages of 2024 (Federal Reserve G.5A, ECB for the rest): an order of
// magnitude for comparing pay between countries, not a conversion for payments.
const usdPerUnit = new Map(
  Object.entries({
    USD: 1,
    EUR: 1.08,
    GBP: 1.28,
    CHF: 1.14,
    CAD: 0.73,
    AUD: 0.66,
    NZD: 0.61,
    SEK: 0.095,
    NOK: 0.093,
    DKK: 0.145,
    PLN: 0.25,
    CZK: 0.043,
    INR: 0.012,
    JPY: 0.0066,
    SGD: 0.75,
    BRL: 0.186,
    MXN: 0.055,
    ZAR: 0.055,
    ILS: 0.27,
    MYR: 0.22,
    PHP: 0.0175,
  }),
);

// A working year of 52 weeks, 260 days, 2,080 hours.
const periodsPerYear = { year: 1, month: 12, week: 52, day: 260, hour: 2080 };

/** Above every real salary, in US dollars a year: a mistake must not become an infinite value, or a key of its own. */
export const MOST_PAY = 1e9;

/**
 * Returns the midpoint of a salary range in US dollars a year, capped at a billion: an infinite value could not be
 * stored, and so not be subtracted again.
 * @returns null without a salary, for a currency without a rate here, or when neither end of the range is given
 */
export const usdPerYear = (salary: Salary | null): number | null => {
  const rate = salary && usdPerUnit.get(salary.currency);
  if (!salary || !rate) return null;
  const ends = [salary.min, salary.max].filter((end) => end !== null);
  if (ends.length === 0) return null;
  const middle = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  return Math.min(Math.round(middle * periodsPerYear[salary.period] * rate), MOST_PAY);
};
