import type { EmploymentType } from './posting.ts';

type Rule = readonly [EmploymentType, RegExp];

const anywhere: readonly Rule[] = [
  ['intern', /\b(interns?|internships?|co-?op|apprentice(ship)?|werkstudent(in)?|trainee)\b/],
  ['part-time', /\bpart[ _-]?time\b|\bteilzeit\b/],
  ['full-time', /\bfull[ _-]?time\b|\bpermanent\b|\bvollzeit\b|\bcdi\b/],
  ['contract', /\b(contract(ors?|ing|ual)?|freelance(rs?)?|b2b|cdd)\b/],
  ['temporary', /\b(temporary|temp|fixed[ _-]?term|seasonal|interim)\b/],
];
// "Leitung Ausbildung" and "Betreuung Praktikum" are titles of other jobs: these say it only in a field of their own.
const inItsField: readonly Rule[] = [
  ['intern', /\b(praktik(um|a|ant(in)?)|ausbildung|auszubildende[rn]?|azubi|volontariat)\b/],
  ['part-time', /\b(mini-?job(ber)?|geringfügig(e|er)?)\b/],
  ['full-time', /\b(fest(anstellung|angestellt(er?)?)|unbefristet(e[rs]?)?)\b/],
  ['contract', /\b(freiberuflich|freie mitarbeit|freie[rn]? mitarbeiter(in)?|werkvertrag)\b/],
  ['temporary', /\b(befristet(e[rs]?)?|befristung|zeitarbeit|leiharbeit|aushilfe|saisonarbeit)\b/],
];

const firstOf = (rules: readonly Rule[], low: string): EmploymentType | null =>
  rules.find(([, pattern]) => pattern.test(low))?.[0] ?? null;

// "Contract Manager" and "B2B Sales" are jobs of any type.
const otherThings =
  /\bb2b\b(?! contract)|\bcontract(?:ing)? (?=(?:manag|admin|special|analyst|law|attorney|counsel|negotiat|review|research org|lifecycle|metadata|renewal|draft|and))|\bsmart contract|\binterns?(?:hips?)? (?=(?:program|coordinat|recruit))/g;
const either = /\b(?:or|and|oder|und|ou|et)\b|[/&]|(?<=time),(?= (?:full|part))/;

/**
 * The types of employment that a title, a headline or a phrase names: more than one for "full-time or contract", and
 * one for "full-time internship".
 */
export const employmentTypesIn = (text: string): EmploymentType[] => {
  const parts = text.toLowerCase().replace(otherThings, ' ').split(either);
  return [...new Set(parts.map((part) => firstOf(anywhere, part)).filter((type) => type !== null))];
};

/**
 * The type of employment in the words of a field that is about it alone ("FullTime", "Festanstellung"), in English and
 * German. "Full-time or contract" is full-time: the first matching rule decides; words for hours go before the others.
 * @returns null where the words are not known
 */
export const employmentTypeInField = (text: string): EmploymentType | null => {
  const low = text.toLowerCase();
  return firstOf(anywhere, low) ?? firstOf(inItsField, low);
};
