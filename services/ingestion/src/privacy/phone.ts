import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { markOf } from './mask.ts';

/** Words right before a number to call, in the languages of most postings; marks in brackets are none of them. */
const labels = String.raw`(?:telephone|tel|tél|phone|mobile|mob|cell|whats ?app|fax|sms|telefon|telefono|teléfono|telefone|mobil|handy|móvil|hotline|signal|ph|rufnummer|(?:telefon|handy|mobil|fax)nummer|tlf|gsm|тел|телефон|電話|电话|هاتف|جوال)`;
/** The flag `i` would make a search several times slower. */
const anyCase = (pattern: string): string =>
  pattern.replace(/(?=\p{Lu}|\p{Ll})\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
const LABEL_BEGIN = String.raw`(?<![\p{L}[])`;
/** What joins a number to its word, as in "phone=" of a link. */
const JOINT = '[.:#=_/-]';

const DASH = String.raw`\u2010-\u2015\u2212\ufe63\uff0d`;
const DOTS = '.·•∙・．';
// First what a number begins with, since the search for one character is many times faster than the rest.
const BEGIN = String.raw`(?=[+(\d])(?:(?<![\p{L}\p{N}.@/_=&#$€£¥+-])(?:\(?\+ ?|\()?|(?<=[.@/_=&#-]|${LABEL_BEGIN}${anyCase(labels)})\(?\+|(?<=${LABEL_BEGIN}${anyCase(labels)}${JOINT}{1,2})\(?)`;
/**
 * Digits and what stands between them, 6 at least, of one number or two; bounded, so the search is linear. What an
 * address of the web or an id may end with stands before none, but where a plus or a word for a phone shows it.
 */
const candidates = new RegExp(
  String.raw`${BEGIN}\d(?:[ \u00a0()/${DOTS}${DASH}-]{0,3}\d){5,32}(?<extension>(?:,? ?[Ee](?:xt|XT)(?:ension|\.)?:? ?| ?x\.?| ?#| (?:Durchwahl|DW|App\.) ?)\d{1,6})?(?:(?![\p{L}\p{N}%€£$]|[.,]\d)|(?<=\d{3})(?=\p{L}))`,
  'gu',
);
/** What stands between two numbers; in one number as well, so that the whole is tried before its parts. */
const between = new RegExp(String.raw`(\s*\/\s*|\s+[${DASH}-]\s+|\s{2,})`, 'u');

// Keyboards of Asia and Arabia have digits and signs of their own.
const wide = /[０-９٠-٩۰-۹＋﹢（）：]/;
const wideDigits = /[０-９٠-٩۰-۹]/g;
/** A text with these in ASCII, each character for one. */
const inAscii = (text: string): string =>
  text
    // Each of these digits has its value in the lowest four bits of its code.
    .replace(wideDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[＋﹢]/g, '+')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('：', ':');

const [dashes, dots] = [new RegExp(`[${DASH}]`, 'g'), new RegExp(`[${DOTS}]`, 'g')];
/** A number with one kind of dash, dot and blank. */
const plainNumber = (found: string): string =>
  found.replace(dashes, '-').replace(dots, '.').replaceAll('\u00a0', ' ');

// "Telefon 901820" needs no colon, but a trade may follow "Mobile".
const labelled = new RegExp(
  String.raw`(?:${LABEL_BEGIN}(?:${labels}(?: ?(?:no|nr|number|nummer|num|numéro|número))?[.:#)=]|${labels} ?#|[TPM]:|(?:telephone|tel|tél|telefon|telefono|teléfono|telefone|fax|hotline|tlf|rufnummer|(?:telefon|handy|mobil|fax)nummer)[ _/-])|[☎📞])[\s.:#(=_/–-]{0,4}$`,
  'iu',
);
/** The same words for numbers of a town, which have six digits as well: "Mobile: 120 000" is a count or a pay. */
const localLabel = new RegExp(
  String.raw`${LABEL_BEGIN}(?:tel|telephone|telefon|phone|fax|rufnummer|(?:telefon|fax)nummer|phone number)[.: ]{1,3}$`,
  'iu',
);
const called = new RegExp(
  String.raw`${LABEL_BEGIN}(?:call|text|ring|dial|phone|contact|kontakt|contacto|contato|${labels})(?: (?:no\.?|us|me|him|her|number|cell|mobile|at|on|to|now|is))*:? ?$`,
  'iu',
);
/** What stands before a number of something else. "AZ 480-555-0100" is in Arizona. */
const otherNumber = new RegExp(
  String.raw`${LABEL_BEGIN}(?:(?:ref(?:eren(?:ce|z)|\.)?|kennziffer|kennzahl|chiffre|aktenzeichen|iban|invoice|rechnung|konto|account|stellen|job|req(?:uisition)?|vacancy|posting|position|order|ticket|case|steuer|id|hrb|ust-?id|vat|isbn)[ -]?(?:id|no|nr|num|number|nummer|code|ref|kennung)?)(?<!(?:account|stellen|job|position|vacancy|posting|order|ticket|case|steuer|vat)[ -]?)[\s.:#]{0,3}$`,
  'iu',
);
const numbered = /(?:id|no|nr|num|number|nummer|code|kennung)[\s.:#]{0,3}$/iu;
const fileNumber = /(?<!\p{L})Az[.: ]{1,2}$/u;
const CUE_CHARS = 48;
/** A round number is a count or a pay; one to call has a label then. */
const round = /000$/;
const FEWEST_CALLED = 8;
/** "1 500 000", "100 000 000": a count, also behind "SMS:". */
const count = /^\d{1,2}(?:[ .]\d{3})*[ .]000$|[ .]000[ .]000$/;
/** A day, or hours, at which a number begins: "2024-10-11", "11.10.2024", "08.00-16.00". */
const time =
  /^(?:(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:19|20)\d\d|\d{1,2}\.\d\d ?- ?\d{1,2}\.\d\d)(?!\d)/;

/** The shape of North America: (415) 555-0100, 415-555-0100, 1.415.555.0100. */
const northAmerican = /^(?:1[ .-])?(?:\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4})$/;
/** That of Russia and its neighbours: 8 (495) 123-45-67, 8 495 123-45-67, (495) 123-45-67. */
const russian = /^(?:8[ -]?)?(?:\(\d{3}\)|(?<=8[ -])\d{3})[ -]?\d{3}-\d{2}-\d{2}$/;

/** Countries whose national numbers begin with 0, by how many postings come from there. */
const withTrunkZero: CountryCode[] = ['GB', 'DE', 'FR', 'NL', 'IN', 'CH', 'AT', 'BE', 'SE', 'IE', 'AU', 'IL'];

/** ITU-T E.164, 6.1. */
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;
const FEWEST_LOCAL = 6;
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
    isValidAbroad: (number: string): boolean => (left -= 1) < 0 || (parse(number)?.isValid() ?? false),
    isNational: (number: string): boolean => countries.some((each) => isValid(number, each)),
    isAmerican: (number: string): boolean => isValid(number, 'US'),
  };
};

const isPhone = (
  found: string,
  before: string,
  behind: string,
  plans: ReturnType<typeof createPlans>,
): boolean => {
  const digits = digitsOf(found);
  if (digits < FEWEST_LOCAL || digits > MOST_DIGITS) return false;
  if (digits < FEWEST_DIGITS)
    return (
      localLabel.test(before) &&
      !round.test(found) &&
      !/^\d{1,2}[.]\d\d/.test(found) &&
      !/^[ ./-]{0,3}\d/.test(behind)
    );
  const isLabelled = labelled.test(before);
  if (/^\(?\+ /.test(found) && !isLabelled) return plans.isValidAbroad(found);
  if (/^(?:\(?\+|00)/.test(found)) return isLabelled || plans.isInternational(found);
  const isOther = otherNumber.test(before) || fileNumber.test(before);
  // "For your reference: 415-555-0100" may be either.
  if (northAmerican.test(found) || russian.test(found)) return !isOther || !numbered.test(before);
  if (isOther) return false;
  if (isLabelled) return !time.test(found) && !count.test(found);
  // "415-555-0100Email": a letter right behind is the next cell, or the rest of an id.
  if (/^\p{L}/u.test(behind)) return false;
  if (digits >= FEWEST_CALLED && !round.test(found) && !time.test(found) && called.test(before)) return true;
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
      const number = plainNumber(inAscii(part));
      const digits = digitsOf(number);
      const isOne =
        isPhone(number, before + out, '', plans) || (any && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS);
      any ||= isOne;
      out += isOne ? masked(number) : part;
    }
    return out;
  };
  const searched = wide.test(text) ? inAscii(text) : text;
  let [out, end] = ['', 0];
  for (const { 0: found, index, groups } of searched.matchAll(candidates)) {
    const before = searched.slice(Math.max(0, index - CUE_CHARS), index);
    const extension = groups?.['extension'] ?? '';
    const numberEnd = index + found.length - extension.length;
    const number = searched.slice(index, numberEnd);
    const behind = searched.slice(index + found.length, index + found.length + 4);
    const parts = text.slice(index, numberEnd).split(between);
    out += text.slice(end, index);
    end = index + found.length;
    if (isPhone(plainNumber(number), before, behind, plans)) out += masked(number);
    else if (parts.length > 1) out += eachOf(parts, before) + extension;
    else out += text.slice(index, end);
  }
  return end === 0 ? text : out + text.slice(end);
};
