import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { markOf } from './mask.ts';

/** Digits and what stands between them, 7 at least; bounded, so the search is linear. */
const candidates =
  /(?<![\p{L}\p{N}.@/_=&#$€£¥-])(?:\(?\+|\()?\d(?:[ \u00a0()./\u2010-\u2015-]{0,3}\d){6,16}(?![\p{L}\p{N}%€£$]|[.,]\d)/gu;

/** Words that say that a number is one to call, in the languages of most postings. */
const cue =
  /(?:\b(?:tel|tél|phone|call(?: us| me)?|mobile|mob|cell|whats ?app|fax|sms|text(?: us| me)?|telefon|telefono|teléfono|telefone|mobil|handy|móvil|ring|dial|hotline|signal|ph)\b|☎|📞|\b[TPM]:)[^\p{N}\n]{0,24}$/iu;
const CUE_CHARS = 48;

/** The shape of North America: (415) 555-0100, 415-555-0100, 1.415.555.0100. */
const northAmerican = /^(?:1[ .-])?(?:\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4})$/;

/** Countries whose national numbers begin with 0, by how many postings come from there. */
const withTrunkZero: CountryCode[] = ['GB', 'DE', 'FR', 'NL', 'IN', 'CH', 'AT', 'BE', 'SE', 'IE', 'AU', 'IL'];

/** ITU-T E.164, 6.1. */
const MOST_DIGITS = 15;
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
  if (digits > MOST_DIGITS) return false;
  if (/^(?:\(?\+|00)/.test(found)) return plans.isInternational(found);
  if (northAmerican.test(found) || cue.test(before)) return true;
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
  return text.replace(candidates, (found: string, at: number) => {
    if (!isPhone(found, text.slice(Math.max(0, at - CUE_CHARS), at), plans)) return found;
    onMasked();
    // "(+49 30 901820)": the bracket around it stays.
    return `${found.startsWith('(') && !found.includes(')') ? '(' : ''}${markOf('phone')}`;
  });
};
