import { seniorities, type Seniority } from './posting-values.ts';

// In order: "Senior Engineering Manager" leads.
const rules: ReadonlyArray<readonly [Seniority, RegExp]> = [
  [
    'intern',
    /\b(interns?|internships?|co-?op|apprentice(ship)?s?|trainees?|werkstudent(in)?|working student|praktik\w+)\b/,
  ],
  [
    'lead',
    /\b(lead(?! gen)|leader|leads|principal|(?<!technical )staff(?!ing)|head of|director|vp|svp|vice president|chief|cto|cio|ciso|cpo|distinguished|engineering manager|development manager|software manager|(?:senior|sr\.?) managers?|(?:store|shop|branch|general|sales) managers?|führungskraft|(?:team|gruppen|abteilungs|bereichs|filial)leiter(?:in(?:nen)?)?|(?<!\bder )(?:team|abteilungs|bereichs|filial)leitung|chef(?:fe)? d['’]équipe|jef[ea] de equipo)\b/,
  ],
  ['senior', /(?<!\bsemi[- ]?)\b(seniors?|sr|snr|expert|iii|iv)\b/],
  ['mid', /\b(mid(?![- ]market)|semi[- ]?senior|ssr|mid[- ]?(level|senior|weight)|intermediate|medior|ii)\b/],
  [
    'junior',
    // "Associate Engineer" begins; a "Sales Associate" may be of any level.
    /\b(juniors?|jr|graduates?|grads?|entry[- ]?level|early career|associate(?= \p{L})|(?:berufs)?(?:einsteiger|anfänger)(?:in(?:nen)?)?|berufseinstieg|einstiegs(?:level|position))\b|(?<!\p{L})(?:débutant|principiante)e?s?\b|\b(engineer|developer|analyst|scientist|designer|specialist|technician) i\b/u,
  ],
];

// "Junior/Senior Engineer", "Senior Developer or Tech Lead": open to both, so neither is what it asks for.
const level = String.raw`\b(?:interns?|juniors?|jr\.?|graduates?|entry[- ]level|mid(?:[- ]level)?|intermediate|(?:(?:senior|sr\.?) )?(?:staff|principal|(?:tech )?lead(?! gen))|seniors?|sr\.?|(?:berufs)?einsteiger(?:in)?)`;
const alternatives = new RegExp(
  String.raw`(${level})(?: \p{L}+){0,2} ?(?:[/+&]| (?:to|or|and|bis|oder|und) ) ?(${level})\b`,
  'u',
);

const levelOf = (low: string): Seniority => rules.find(([, pattern]) => pattern.test(low))?.[0] ?? 'unknown';

/** The seniority that a title or a phrase names; "unknown" where it names none, or is open to two. */
export const seniorityByWords = (text: string): Seniority => {
  const low = text.toLowerCase();
  const [, one, other] = alternatives.exec(low) ?? [];
  const isOpen = one !== undefined && other !== undefined && levelOf(one) !== levelOf(other);
  return isOpen ? 'unknown' : levelOf(low);
};

// The words that boards have to choose from; in a title they say too little.
const experienced =
  /\b(?:experienced|berufserfahrene?[nr]?|(?<!\b(?:ohne|keine) )berufserfahrung)\b|(?<!\p{L})(?:expérimentée?|experimentad[oa])s?(?!\p{L})/iu;
const least = /^(?:associate|entry)$/i;
// What boards write where a level is of no interest, or any is welcome.
const any =
  /^(?:unknown|other|not (?:applicable|specified)|n\/?a|any|all(?: levels)?|open|keine angabe|egal|-+)$/i;
const isOpenTo = (stated: string): boolean => any.test(stated) || alternatives.test(stated.toLowerCase());

/**
 * The seniority that somebody states in a field for it, in any words.
 * @returns "unknown" where it is open to more than one, or says that it does not matter; null where it is not
 *   understood
 */
export const seniorityInField = (text: string): Seniority | null => {
  const stated = text.trim();
  const exact = seniorities.find((seniority) => seniority === stated.toLowerCase());
  if (exact !== undefined) return exact;
  if (least.test(stated)) return 'junior';
  const named = seniorityByWords(stated);
  // "Berufseinsteiger oder Berufserfahrene" is open to both.
  if (experienced.test(stated)) return named === 'junior' ? 'unknown' : 'senior';
  return named === 'unknown' && !isOpenTo(stated) ? null : named;
};
