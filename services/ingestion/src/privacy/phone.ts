import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { markOf } from './mask.ts';

/** Digits and what stands between them, 7 at least, of one number or two; bounded, so the search is linear. */
const candidates =
  /(?<![\p{L}\p{N}.@/_=&#$€£¥-])(?:\(?\+|\()?\d(?:[ \u00a0()./\u2010-\u2015-]{0,3}\d){6,32}(?![\p{L}\p{N}%€£$]|[.,]\d)/gu;
/** What stands between two numbers; in one number as well, so that the whole is tried before its parts. */
const between = /(\s*\/\s*|\s+[-\u2010-\u2015]\s+|\s{2,})/u;

/** Words right before a number to call, in the languages of most postings; marks in brackets are none of them. */
const labels = String.raw`(?:telephone|tel|tél|phone|mobile|mob|cell|whats ?app|fax|sms|telefon|telefono|teléfono|telefone|mobil|handy|móvil|hotline|signal|ph)`;
const labelled = new RegExp(
  String.raw`(?:(?<![\p{L}[])(?:${labels}(?: ?(?:no|nr|number|nummer|num|numéro|número))?[.:#)]|${labels} ?#|[TPM]:|(?:telephone|tel|tél|telefon|telefono|teléfono|telefone|fax|hotline) )|[☎📞])[\s.:#(]{0,4}$`,
  'iu',
);
const called = new RegExp(
  String.raw`(?<![\p{L}[])(?:call|text|ring|dial|phone|${labels})(?: (?:us|me|him|her|number|cell|mobile|at|on|to|now|is))*:? ?$`,
  'iu',
);
const CUE_CHARS = 48;
/** A round number is a count or a pay; one to call has a label then. */
const round = /000$/;
const FEWEST_CALLED = 8;

/** The shape of North America: (415) 555-0100, 415-555-0100, 1.415.555.0100. */
const northAmerican = /^(?:1[ .-])?(?:\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4})$/;

/** Countries whose national numbers begin with 0, by how many postings come from there. */
const withTrunkZero: CountryCode[] = ['GB', 'DE', 'FR', 'NL', 'IN', 'CH', 'AT', 'BE', 'SE', 'IE', 'AU', 'IL'];

/** ITU-T E.164, 6.1. */
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;
const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

/** Numbers of a text that the library is asked about, which costs 10 µs each; of more, the shape decides. */
const MOST_LOOKUPS = 500;

/** Asks the numbering plans of countries. */
const createPlans = (country: string | null) => {
  let left = MOST_LOOKUPS;
  const countries = [...(country !== null && isSupportedCountry(country) ? [country] : []), ...withTrunkZero];
  const parse = (number: string, of?: CountryCode) => parsePhoneNumberFromString(number, of);
  const isValid = (number: string, of: CountryCode): boolean =>
    (left -= 1) < 0 || (parse(number, of)?.isValid() ?? false);
  return {
    isInternational: (number: string): boolean =>
      (left -= 1) < 0 || (parse(number.replace(/^00/, '+').replace('(0)', ''))?.isPossible() ?? false),
    isNational: (number: string): boolean => countries.some((each) => isValid(number, each)),
    isAmerican: (number: string): boolean => isValid(number, 'US'),
  };
};

const isPhone = (found: string, before: string, plans: ReturnType<typeof createPlans>): boolean => {
  const digits = digitsOf(found);
  if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return false;
  if (/^(?:\(?\+|00)/.test(found)) return plans.isInternational(found);
  if (northAmerican.test(found) || labelled.test(before)) return true;
  if (digits >= FEWEST_CALLED && !round.test(found) && called.test(before)) return true;
  if (/^\d{3} \d{3} \d{4}$/.test(found)) return plans.isAmerican(found);
  return /^\(?0[1-9]/.test(found) && /\d[ ()./-]+\d/.test(found) && digits >= 9 && plans.isNational(found);
};

/**
 * Replaces phone numbers: international ones by the numbering plan (libphonenumber), others where their shape, the
 * country's plan or a word before them says that they are one. A number alone may be a salary, a date or a version.
 * @param country ISO code of where the work is, whose plan is tried first
 * @param onMasked called for each
 */
export const maskPhones = (text: string, country: string | null, onMasked: () => void): string => {
  const plans = createPlans(country);
  const masked = (found: string): string => {
    onMasked();
    // "(+49 30 901820)": the bracket around it stays.
    return `${found.startsWith('(') && !found.includes(')') ? '(' : ''}${markOf('phone')}`;
  };
  /** Several numbers side by side: behind one that is masked the next is one as well. */
  const eachOf = (parts: string[], before: string): string => {
    let [out, any] = ['', false];
    for (const part of parts) {
      const digits = digitsOf(part);
      const isOne =
        isPhone(part, before + out, plans) || (any && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS);
      any ||= isOne;
      out += isOne ? masked(part) : part;
    }
    return out;
  };
  return text.replace(candidates, (found: string, at: number) => {
    const before = text.slice(Math.max(0, at - CUE_CHARS), at);
    if (isPhone(found, before, plans)) return masked(found);
    const parts = found.split(between);
    return parts.length > 1 ? eachOf(parts, before) : found;
  });
};
