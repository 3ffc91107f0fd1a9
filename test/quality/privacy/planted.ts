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

/** The n-th made-up contact: every fourth is a number, of thirty countries in five forms. */
export const plantedAt = (n: number): Planted => {
  if (n % 4 !== 3) {
    const trace = `zq${n}x`;
    return { kind: 'email', text: emailForms[n % emailForms.length]!(trace), trace };
  }
  const country = countries[n % countries.length]!;
  const number = getExampleNumber(country, examples)!;
  const text = phoneForms[Math.floor(n / 4) % phoneForms.length]!(number);
  return { kind: 'phone', text, trace: number.nationalNumber };
};

/** Whether something of it is left in a text. */
export const isLeft = ({ kind, trace }: Planted, text: string): boolean =>
  kind === 'email' ? text.includes(trace) : text.replace(/[^\p{L}\p{N}]|\(0\)/gu, '').includes(trace);
