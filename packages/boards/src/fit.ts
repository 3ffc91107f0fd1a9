import { datePostedOf } from '@skillstream/contracts/date-posted';
import { payFaults } from '@skillstream/contracts/stated-pay';
import type { BoardPosting } from './board.ts';

/** The longest of each text that a posting may have (`postingInput` of the contracts). */
const MOST = {
  title: 500,
  organization: 300,
  country: 100,
  employmentType: 100,
  seniority: 100,
  language: 35,
  salaryText: 300,
} as const;
const MOST_PLACE = { country: 100, region: 200, city: 200 };
const MOST_LOCATION = 500;
const MOST_URL = 2_000;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).toWellFormed();
const isAddress = (url: string): boolean =>
  url.length <= MOST_URL && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url);
const isPay = (salary: NonNullable<BoardPosting['salary']>): boolean => payFaults(salary).length === 0;

/** The texts among some fields, each at its most characters. */
const cutTexts = <T extends object>(fields: T, most: { [K in keyof T]?: number }): Partial<T> =>
  Object.fromEntries(
    Object.entries(most).flatMap(([name, characters]) => {
      const text: unknown = fields[name as keyof T];
      return typeof text === 'string' ? [[name, cut(text, characters as number)]] : [];
    }),
  ) as Partial<T>;

const placeOf = (location: NonNullable<BoardPosting['location']>): BoardPosting['location'] =>
  typeof location === 'string' ? cut(location, MOST_LOCATION) : cutTexts(location, MOST_PLACE);

/**
 * A board's posting as ingestion takes it: an optional field that it would refuse is cut, or left out, and takes
 * nothing of the rest with it.
 * @param now when it is sent: a day may lie before tomorrow's end alone
 */
export const fit = (
  { url, salary, datePosted, location, ...posting }: BoardPosting,
  now: Date,
): BoardPosting => ({
  ...posting,
  ...cutTexts(posting, MOST),
  ...(location !== undefined && { location: placeOf(location) }),
  ...(url !== undefined && isAddress(url) && { url }),
  ...(salary !== undefined && isPay(salary) && { salary }),
  ...(datePosted !== undefined && 'date' in datePostedOf(datePosted, now) && { datePosted }),
});
