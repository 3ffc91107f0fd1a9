import type { BoardPosting } from './board.ts';

/** The longest of each text that a posting may have (`postingInput` of the contracts). */
const MOST = {
  title: 500,
  organization: 300,
  employmentType: 100,
  seniority: 100,
  language: 35,
  salaryText: 300,
} as const;
const MOST_URL = 2_000;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).toWellFormed();
const isAddress = (url: string): boolean =>
  url.length <= MOST_URL && /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
const isPay = ({ min, max, currency }: NonNullable<BoardPosting['salary']>): boolean =>
  /^[A-Za-z]{3}$/.test(currency) && (min === undefined || max === undefined || min <= max);

/**
 * A board's posting as ingestion takes it: an optional field that it would refuse is cut, or left out, and takes
 * nothing of the rest with it.
 */
export const fit = ({ url, salary, ...posting }: BoardPosting): BoardPosting => {
  const texts = Object.entries(MOST).flatMap(([name, most]) => {
    const text = posting[name as keyof typeof MOST];
    return text === undefined ? [] : [[name, cut(text, most)]];
  });
  return {
    ...posting,
    ...Object.fromEntries(texts),
    ...(url !== undefined && isAddress(url) && { url }),
    ...(salary !== undefined && isPay(salary) && { salary }),
  };
};
