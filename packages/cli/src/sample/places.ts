import type { PostingInput, Seniority } from '@skillstream/contracts';
import type { Random } from './random.ts';

/** A country with its cities and the yearly pay of a mid-level engineer there, in its currency; made up. */
export type SampleCountry = {
  code: string;
  cities: readonly string[];
  currency: string;
  yearlyPay: number;
};

const countries: ReadonlyArray<readonly [SampleCountry, number]> = [
  [
    {
      code: 'US',
      cities: ['San Francisco, CA', 'New York, NY', 'Austin, TX', 'Seattle, WA'],
      currency: 'USD',
      yearlyPay: 145_000,
    },
    34,
  ],
  [
    {
      code: 'DE',
      cities: ['Berlin, Germany', 'Munich, Germany', 'Hamburg, Germany'],
      currency: 'EUR',
      yearlyPay: 70_000,
    },
    14,
  ],
  [
    {
      code: 'GB',
      cities: ['London, UK', 'Manchester, UK', 'Edinburgh, UK'],
      currency: 'GBP',
      yearlyPay: 65_000,
    },
    13,
  ],
  [{ code: 'IN', cities: ['Bengaluru, India', 'Pune, India'], currency: 'INR', yearlyPay: 2_600_000 }, 10],
  [{ code: 'CA', cities: ['Toronto, Canada', 'Vancouver, BC'], currency: 'CAD', yearlyPay: 110_000 }, 7],
  [
    {
      code: 'NL',
      cities: ['Amsterdam, Netherlands', 'Utrecht, Netherlands'],
      currency: 'EUR',
      yearlyPay: 68_000,
    },
    6,
  ],
  [{ code: 'FR', cities: ['Paris, France', 'Lyon, France'], currency: 'EUR', yearlyPay: 58_000 }, 5],
  [{ code: 'PL', cities: ['Warsaw, Poland', 'Krakow, Poland'], currency: 'PLN', yearlyPay: 210_000 }, 4],
  [{ code: 'BR', cities: ['São Paulo, Brazil'], currency: 'BRL', yearlyPay: 160_000 }, 3],
  [
    {
      code: 'AU',
      cities: ['Sydney, Australia', 'Melbourne, Australia'],
      currency: 'AUD',
      yearlyPay: 130_000,
    },
    2,
  ],
];

const UNPLACED_SHARE = 0.03;

/** The country of a posting, null where it names none. */
export const drawCountry = (random: Random): SampleCountry | null =>
  random.chance(UNPLACED_SHARE) ? null : random.pickWeighted(countries);

const factors: Record<Seniority, number> = {
  intern: 0.4,
  junior: 0.7,
  mid: 1,
  unknown: 1,
  senior: 1.25,
  lead: 1.5,
};

/** A yearly range around what the country pays for the seniority, a tenth to either side. */
export const drawSalary = (
  random: Random,
  { yearlyPay, currency }: SampleCountry,
  seniority: Seniority,
): NonNullable<PostingInput['salary']> => {
  const middle = yearlyPay * factors[seniority] * (0.85 + 0.3 * random.next());
  const round = (amount: number): number => Math.round(amount / 1000) * 1000;
  return { min: round(middle * 0.9), max: round(middle * 1.1), currency, period: 'year' };
};
