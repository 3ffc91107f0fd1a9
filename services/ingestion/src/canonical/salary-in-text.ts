import type { Salary } from '@skillstream/contracts';

type Period = Salary['period'];

// Amounts outside these bounds are not pay: bonuses, funding rounds, prices. Units of the currency per period.
const bounds: Record<Period, readonly [number, number]> = {
  year: [10_000, 1_500_000],
  month: [500, 60_000],
  week: [150, 20_000],
  day: [50, 5_000],
  hour: [5, 600],
};
const MAX_RATIO = 5;

const sign = String.raw`US\$|USD ?\$?|CA\$|C\$|CAD ?\$?|A\$|AU\$|AUD ?\$?|NZ\$|S\$|\$|£|GBP ?|€|EUR ?|CHF ?`;
const number = String.raw`\d{1,3}(?:[,.]\d{3})+(?:\.\d{2})?|\d{1,6}(?:\.\d{1,2})?`;
const dash = String.raw`\s*(?:-|–|—|to|and)\s*`;
const before = new RegExp(
  String.raw`(?<![\w.,])(?<sign>${sign})(?<low>${number})\s?(?<lowK>[kK]\b)?(?:${dash}(?:${sign})?(?<high>${number})\s?(?<highK>[kK]\b)?)?(?!\d)`,
  'g',
);
const after = new RegExp(
  String.raw`(?<![\w.,$£€])(?<low>${number})\s?(?<lowK>[kK])?(?:${dash}(?<high>${number})\s?(?<highK>[kK])?)?\s?(?<sign>€|£|EUR|GBP|USD|CHF|CAD|AUD)(?![\w])`,
  'g',
);
const mentionsMoney = /[$£€]|\b(?:EUR|GBP|USD|CHF|CAD|AUD)\b/;

const notPay =
  /^\s?(?:\+\s?)?(?:m\b|mm\b|mn\b|b\b|bn\b|million|billion|trillion|m[- ])|^[^.,+\n]{0,24}\b(?:funding|raised|revenue|arr|mrr|valuation|seed|series|in sales)\b|^\s?(?:(?!plus|and)\w+ ){0,2}(?:bonus|sign-?on|budget|stipend|referral)/i;
const periodBehind =
  /^[^\d\n]{0,24}?(?:\b(?:per|an?|each)\s|\/\s?)?\b(?<unit>hour|hr|h|day|week|wk|month|mo|year|yr|annum|annually|annual|yearly|hourly|monthly|weekly|daily|pa|p\.a)\b/i;
const payAhead = /\b(?:salary|salaries|compensation|comp|pay|base|wages?|rate|ote|earn)\b[^.\n]{0,40}$/i;

const periodOf: Record<string, Period> = {
  hour: 'hour',
  hr: 'hour',
  h: 'hour',
  hourly: 'hour',
  day: 'day',
  daily: 'day',
  week: 'week',
  wk: 'week',
  weekly: 'week',
  month: 'month',
  mo: 'month',
  monthly: 'month',
};

/**
 * The first plausible salary in a text: "$120k–$150k", "£60,000 - £80,000 per annum", "€65k", "$60/hour", "60-80k
 * EUR". A range is accepted by its size; a single amount needs a "k", a period after it or a word for pay before it.
 * Millions, funding and bonuses are not pay.
 * @param country where the work is, ISO 3166-1: it decides which dollar a bare "$" is
 * @returns null where there is none; never throws
 */
export const salaryInText = (text: string, country: string | null): Salary | null => {
  if (!mentionsMoney.test(text)) return null;
  for (const pattern of [before, after]) {
    for (const match of text.matchAll(pattern)) {
      const salary = believe(match, text, country);
      if (salary !== null) return salary;
    }
  }
  return null;
};

const believe = (match: RegExpExecArray, text: string, country: string | null): Salary | null => {
  const { sign: money = '', low = '', lowK, high, highK } = match.groups ?? {};
  const end = match.index + match[0].length;
  const behind = text.slice(end, end + 40);
  if (notPay.test(behind)) return null;

  const max = high === undefined ? null : amount(high, highK !== undefined);
  // "60-80k" and "60-100,000" give the thousands once.
  const sharesK = lowK === undefined && max !== null && max >= 10_000 && amount(low, false) < 1000;
  const min = amount(low, lowK !== undefined || sharesK);
  if (max !== null && (min > max || max > min * MAX_RATIO)) return null;

  const unit = periodBehind.exec(behind)?.groups?.['unit']?.toLowerCase();
  const plain = max !== null || lowK !== undefined || unit !== undefined;
  if (!plain && !payAhead.test(text.slice(Math.max(0, match.index - 60), match.index))) return null;

  const top = max ?? min;
  const period: Period = top >= bounds.year[0] ? 'year' : (periodOf[unit ?? ''] ?? 'year');
  const [least, most] = bounds[period];
  if (min < least || top > most) return null;
  return { min, max: top, currency: currencyOf(money, country), period };
};

const amount = (digits: string, thousands: boolean): number => {
  // "1,234.50" has cents; in "65.000" and "65,000" the mark separates thousands.
  const plain = /[,.]\d{3}(?!\d)/.test(digits)
    ? Number(digits.replace(/[,.](?=\d{3})/g, ''))
    : Number(digits);
  return thousands && plain < 1000 ? plain * 1000 : plain;
};

const localDollar: Record<string, string> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD' };
const bySign: Record<string, string> = {
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  '£': 'GBP',
  '€': 'EUR',
};

const currencyOf = (money: string, country: string | null): string => {
  if (money === '$') return localDollar[country ?? ''] ?? 'USD';
  return bySign[money] ?? money.slice(0, 3);
};
