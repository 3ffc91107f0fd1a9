import { getExampleNumber, type CountryCode } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';

/** A made-up contact: how it is written, and what must not be left of it (of a number: its digits in a row). */
export type Planted = { kind: 'email' | 'phone'; text: string; trace: string };

const HOST = 'planted-host';
const emailForms: ((local: string) => string)[] = [
  (local) => `${local}@${HOST}.example`,
  (local) => `${local}.jobs@mail.${HOST}.example`,
  (local) => `<${local}@${HOST}.example>`,
  (local) => `${local} (at) ${HOST}.example`,
  (local) => `${local} [at] ${HOST} [dot] example`,
  (local) => `${local} AT ${HOST} DOT example`,
  (local) => `${local} at ${HOST} dot example`,
  (local) => `${local}@@${HOST}.example`,
];
// Capitals, and what keyboards of Asia and Markdown make of an address.
const moreEmailForms: ((local: string) => string)[] = [
  (local) => `${local} [AT] ${HOST}.example`,
  (local) => `${local} (AT) ${HOST} (DOT) example`,
  (local) => `${local}{AT}${HOST}[DOT]example`,
  (local) => `${local} _AT_ ${HOST}.example`,
  (local) => `${local}＠${HOST}．example`,
  (local) => `${local}（at）${HOST}.example`,
  (local) => String.raw`${local}\@${HOST}.example`,
  (local) => `m <dot> ${local} <<at>> ${HOST} <dot> example`,
];
const countries: CountryCode[] = [
  ...(['US', 'GB', 'DE', 'FR', 'NL', 'ES', 'IT', 'PL', 'SE', 'NO', 'DK', 'FI', 'CH', 'AT', 'BE'] as const),
  ...(['IE', 'PT', 'CZ', 'RO', 'GR', 'UA', 'CA', 'BR', 'MX', 'IN', 'SG', 'JP', 'AU', 'IL', 'AE'] as const),
];
type Example = NonNullable<ReturnType<typeof getExampleNumber>>;
const phoneForms: ((number: Example) => string)[] = [
  (number) => number.formatInternational(),
  (number) => `call ${number.formatNational()}`,
  (number) => number.number,
  (number) => `Tel.: ${number.formatNational()}`,
  (number) => `00${number.formatInternational().slice(1).replaceAll(' ', '-')}`,
];
const morePhoneForms: ((number: Example) => string)[] = [
  (number) => number.formatInternational().replaceAll(' ', '\u2011'),
  (number) => `Tel.${number.formatInternational()}`,
  (number) => `phone=${number.number}`,
  (number) => `Tel.${number.formatNational().replaceAll(/[ -]/g, '\u2013')}`,
  (number) =>
    number
      .formatInternational()
      .replace(/[+\d]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
];

/** The n-th made-up contact: every fourth is a number, of thirty countries in five forms. */
export const plantedAt = (n: number): Planted => contactAt(n, emailForms, phoneForms);

/** The same in forms that were found missing later, so that the figures of the others can be compared. */
export const plantedOtherwiseAt = (n: number): Planted => contactAt(n, moreEmailForms, morePhoneForms);

const contactAt = (n: number, emails: typeof emailForms, phones: typeof phoneForms): Planted => {
  if (n % 4 !== 3) {
    const trace = `zq${n}x`;
    return { kind: 'email', text: emails[n % emails.length]!(trace), trace };
  }
  const country = countries[n % countries.length]!;
  const number = getExampleNumber(country, examples)!;
  const text = phones[Math.floor(n / 4) % phones.length]!(number);
  return { kind: 'phone', text, trace: number.nationalNumber };
};

/** Whether something of it is left in a text. */
export const isLeft = ({ kind, trace }: Planted, text: string): boolean =>
  kind === 'email'
    ? text.includes(trace)
    : text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]|\(0\)/gu, '')
        .includes(trace);
