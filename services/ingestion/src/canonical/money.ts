import { currencyOf, endsSign, isSign, LONGEST_SIGN, startsSign } from './currency.ts';

/** An amount of money in a text, or a range of two; the offsets are UTF-16 units. */
export type Money = {
  start: number;
  end: number;
  low: number;
  /** Null for a single amount. */
  high: number | null;
  currency: string;
  /** As written: "k", "Mio" or the like stands with it. */
  scaled: boolean;
  /** Its only sign is a "$" without a country. */
  bare: boolean;
  /** "million" or more of a money whose salaries are not that long. */
  millions: boolean;
};

// Thousands are separated by a mark or a blank that is the same throughout; a decimal part has one or two digits, or
// three before a "k". "1,20,000" is how India writes it.
const numberHere =
  /\d{1,3}(?<mark>[,.'’ \u00a0\u202f\u2009])\d{3}(?:\k<mark>\d{3}){0,3}(?!\d)(?:[,.]\d{1,2}(?!\d))?|\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|\d{1,10}(?:[,.]\d{1,2}(?!\d))?/y;
const scaleHere =
  /[ \u00a0\u202f]?(?<scale>k|K|T|Tsd\.?|tys\.?|tis\.?|thousand|mille|M|m|MM|mm|mn|Mn|Mio\.?|mio\.?|million|millions|L|[Ll]akhs?|[Ll]acs?|LPA|lpa|Cr|[Cc]rores?|b|bn|B|bn|billion|万|만)(?=$|[^\p{L}\d]|EUR|USD|GBP|CHF|PLN|CZK|円|元|원)/uy;
const dashHere =
  /[ \u00a0\u202f]{0,2}(?:-{1,2}|[‐-―−~～〜]|(?:to|bis|until|up to|à|a|au|tot|till|til|hasta|até|do|až)(?!\p{L}))[ \u00a0\u202f]{0,2}/uy;
// "$55/hr - $65/hr", "55.000,- bis 65.000,-": what may stand between an end and its dash.
const periodHere = /\s?\/\s?\p{L}{1,6}(?!\p{L})| (?:per|an?|pro|par) \p{L}{2,6}(?!\p{L})/uy;
const noCents = /,[-–—]{1,2}(?=\s|$)/y;
const andHere = / (?:and|und|et|y|e|en|i|och|og) /y;
const between =
  /(?:between|from|zwischen|entre|von|tussen|mellan|mellem|mellom|tra|fra|pomiędzy)[^\d\n]{0,12}$/i;
const REACH = 24;
const MOST = 300;

const scales: Record<string, number> = {
  k: 1e3,
  t: 1e3,
  tsd: 1e3,
  tys: 1e3,
  tis: 1e3,
  thousand: 1e3,
  mille: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  l: 1e5,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  lacs: 1e5,
  lpa: 1e5,
  cr: 1e7,
  crore: 1e7,
  crores: 1e7,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  万: 1e4,
  만: 1e4,
};

type Amount = {
  start: number;
  end: number;
  digits: string;
  raw: number;
  scale: number | null;
  signs: string[];
  /** A sign stands before it. */
  signed: boolean;
  trillions: boolean;
};

/**
 * The amounts of money in a text, in order, 300 at most: numbers with a sign, code or word for a currency on either
 * side. The work is linear in the text: every number is read once, and what stands around it has a bound.
 * @param country where the work is, ISO 3166-1: it decides which dollar a bare "$" is
 */
export const moneyIn = (text: string, country: string | null): Money[] => {
  const found: Money[] = [];
  const digits = /\d+/g;
  for (let next = digits.exec(text); next !== null && found.length < MOST; next = digits.exec(text)) {
    const first = amountAt(text, next.index);
    if (first === null) continue;
    const second = secondOf(text, first);
    const money = moneyOf(first, second, country);
    if (money !== null) found.push(money);
    // A number without a currency may be followed by one that has: "5 to $60,000".
    digits.lastIndex = money?.end ?? (first.signs.length > 0 ? (second ?? first).end : first.end);
  }
  return found;
};

const amountAt = (text: string, at: number): Amount | null => {
  const sign = signBefore(text, at);
  // "B2B", "v2", "1.5.3": a number inside a word is none.
  if (sign === null && at > 0 && /[\p{L}\d.,_#]/u.test(text[at - 1]!)) return null;
  const match = stickAt(numberHere, text, at);
  if (match === null) return null;
  let end = at + match[0].length;
  const scale = mayScale.has(text[isBlank(text[end]) ? end + 1 : end]) ? stickAt(scaleHere, text, end) : null;
  if (scale !== null) end += scale[0].length;
  if (text[end] === ',') end += stickAt(noCents, text, end)?.[0].length ?? 0;
  const after = signAfter(text, end);
  if (after !== null) end += after.length;
  const digits = match[0];
  return {
    start: at - (sign?.length ?? 0),
    end,
    digits,
    raw: valueOf(digits, false),
    scale: scale === null ? null : (scales[scale.groups!['scale']!.toLowerCase().replace('.', '')] ?? null),
    signed: sign !== null,
    trillions: scale?.groups?.['scale'] === 'T',
    signs: [
      ...(sign?.signs ?? []),
      ...(after?.signs ?? []),
      // Only India counts in lakhs and crores.
      ...(/^(?:la|lpa|cr)/i.test(scale?.groups?.['scale'] ?? '') ? ['INR'] : []),
    ],
  };
};

const secondOf = (text: string, first: Amount): Amount | null => {
  if (!mayGoOn.has(text[first.end])) return null;
  const end = first.end + (stickAt(periodHere, text, first.end)?.[0].length ?? 0);
  const dash = stickAt(dashHere, text, end) ?? andAfter(text, { ...first, end });
  if (dash === null) return null;
  const from = end + dash[0].length;
  // A sign, and a blank after it, may stand before the second number.
  const ahead = text.slice(from, from + LONGEST_SIGN + 2).search(/\d/);
  const second = ahead < 0 ? null : amountAt(text, from + ahead);
  return second?.start === from ? second : null;
};

const andAfter = (text: string, { start, end }: Amount): RegExpExecArray | null => {
  const and = stickAt(andHere, text, end);
  return and !== null && between.test(text.slice(Math.max(0, start - REACH), start)) ? and : null;
};

const moneyOf = (first: Amount, second: Amount | null, country: string | null): Money | null => {
  const ends = second !== null && isRange(first, second) ? [first, second] : [first];
  const signs = ends.flatMap((each) => each.signs);
  if (signs.length === 0) return null;
  const currency = currencyOf(signs, country);
  if (currency === null) return null;
  const [low, high] = valuesOf(first, ends[1] ?? null);
  // "65 T€" are thousands, "$10T" are trillions.
  if (ends.some(({ trillions }) => trillions) && !/^(?:EUR|CHF)$/.test(currency)) return null;
  const scale = Math.max(...ends.map((each) => each.scale ?? 1));
  return {
    start: first.start,
    end: ends.at(-1)!.end,
    low,
    high,
    currency,
    scaled: scale > 1,
    bare: signs.every((sign) => sign === '$'),
    millions: scale >= 1e6,
  };
};

// "2024 - $60,000": a number without a sign belongs to the next only where one stands behind both ("60-80k EUR").
const isRange = (first: Amount, second: Amount): boolean => {
  const [low, high] = valuesOf(first, second);
  return high !== null && low <= high && (first.signs.length > 0 || !second.signed);
};

// "60-80k" and "60-100,000" give the thousands once.
const valuesOf = (first: Amount, second: Amount | null): [low: number, high: number | null] => {
  if (second === null) return [scaled(first, first.scale), null];
  // "$210 – $285,000" does not: each has a sign of its own.
  const hundreds =
    first.scale === null && first.raw < 1000 && second.raw >= 10_000 && !bothSigned(first, second);
  const shared = second.scale ?? (hundreds ? 1e3 : null);
  const high = scaled(second, second.scale ?? (second.raw < 1000 ? first.scale : null));
  const low = scaled(
    first,
    first.scale ??
      (first.raw < 1000 && first.raw <= (second.raw >= 1000 ? Infinity : second.raw) ? shared : null),
  );
  return [low, high];
};

const bothSigned = (first: Amount, second: Amount): boolean =>
  first.signs.length > 0 && second.signs.length > 0;

// "$120,000k" is a slip: nobody writes thousands twice.
const scaled = ({ digits, raw }: Amount, scale: number | null): number => {
  if (scale === null) return raw;
  const precise = valueOf(digits, true);
  return scale === 1e3 && precise >= 10_000 ? raw : Math.round(precise * scale * 100) / 100;
};

/** @param hasScale "113.755k" has a decimal part where "113.755" separates thousands */
const valueOf = (digits: string, hasScale: boolean): number => {
  if (hasScale && /^\d{1,3}\.\d{1,3}$/.test(digits)) return Number(digits);
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/\D/g, '');
  return Number(decimal === null ? whole : `${whole}.${decimal[1]}`);
};

type Signs = { length: number; signs: string[] };

const signBefore = (text: string, at: number): Signs | null => {
  const end = at > 0 && isBlank(text[at - 1]) ? at - 1 : at;
  if (!endsSign(text[end - 1])) return null;
  for (let length = Math.min(LONGEST_SIGN, end); length > 0; length -= 1) {
    const sign = text.slice(end - length, end);
    if (!isSign(sign) || joins(text[end - length - 1], sign[0]!)) continue;
    // "CAD $90k": a code before the sign.
    const code =
      sign === '$' ? /(?<![\p{L}\d])([A-Z]{3}) ?$/u.exec(text.slice(Math.max(0, end - 6), end - 1)) : null;
    const named = code !== null && isSign(code[1]!);
    return {
      length: at - end + length + (named ? code[0].length : 0),
      signs: named ? [code[1]!, sign] : [sign],
    };
  }
  return null;
};

const signAfter = (text: string, at: number): Signs | null => {
  const blank = isBlank(text[at]) ? at + 1 : at;
  // "$90,000 (CAD)"
  const from = text[blank] === '(' && text[blank + 4] === ')' ? blank + 1 : blank;
  if (!startsSign(text[from])) return null;
  for (let length = Math.min(LONGEST_SIGN, text.length - from); length > 0; length -= 1) {
    const sign = text.slice(from, from + length);
    const next = text[from + length];
    // "120 €50": the sign is the next number's.
    if (isSign(sign) && !joins(next, sign.at(-1)!) && !/^\d/.test(next ?? ''))
      return { length: from - at + length, signs: [sign] };
  }
  return null;
};

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\u00a0' || character === '\u202f' || character === '\u2009';
// Letters run on; a sign such as "€" ends by itself.
const joins = (next: string | undefined, edge: string): boolean =>
  next !== undefined && /\p{L}/u.test(edge) && /[\p{L}\d]/u.test(next);

// A blank, a slash or a dash: most numbers are followed by something else.
const mayGoOn = new Set<string | undefined>(' \u00a0\u202f/-‐‑‒–—―−~～〜');
const mayScale = new Set<string | undefined>('kKTtMmLlCcBb万만');

const stickAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
