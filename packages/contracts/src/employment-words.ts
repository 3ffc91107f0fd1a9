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

// "Full-time, part-time", "Voll- oder Teilzeit", "full or part time"
const fullHours = /\bfull(?:[ _-]?time|(?=\W{1,3}(?:(?:or|and) )?part))|\bvoll(?:zeit|\b)/;
const partHours = /\bpart(?:[ _-]?time|(?=\W{1,3}(?:(?:or|and) )?full))|\bteil(?:zeit|\b)/;
const permanent = /\b(?:permanent|unbefristet|festan(?:stellung|gestellt)|cdi)/;
const otherwise = /\b(?:or|oder|ou)\b/;
const listed = /[,;/|&+\n]|\b(?:or|and|oder|und|ou|et)\b/;

const ofInterns = [...anywhere, ...inItsField].filter(([type]) => type === 'intern');
const typeOf = (low: string): EmploymentType | null =>
  firstOf(ofInterns, low) ?? firstOf(anywhere, low) ?? firstOf(inItsField, low);

/** A job is of one of these only: "full-time, part-time", "CDI / CDD", "full-time or contract". */
const excludesItself = (low: string): boolean => {
  if (fullHours.test(low) && partHours.test(low)) return true;
  if (new Set(low.split(otherwise).flatMap((part) => typeOf(part) ?? [])).size > 1) return true;
  const parts = low.split(listed);
  return parts.some((part) => permanent.test(part)) && parts.some(isLimited);
};

// "Permanent contract" is none.
const isLimited = (part: string): boolean => ['contract', 'temporary'].includes(typeOf(part) ?? '');

/**
 * The type of employment in the words of a field that is about it alone ("FullTime", "Festanstellung"), in English and
 * German. Words for hours go before the kind of contract ("Vollzeit, befristet"), and an internship before both.
 * @returns "several" where it names what a job cannot be at once; null where the words are not known
 */
export const employmentTypeInField = (text: string): EmploymentType | 'several' | null => {
  const low = text.toLowerCase();
  return excludesItself(low) ? 'several' : typeOf(low);
};
