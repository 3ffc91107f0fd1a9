import { seniorities, type Seniority } from '@skillstream/contracts';
import { derived, given, type Derived } from './derived.ts';

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

const byWords = (text: string): Seniority => {
  const low = text.toLowerCase();
  const [, one, other] = alternatives.exec(low) ?? [];
  const isOpen = one !== undefined && other !== undefined && levelOf(one) !== levelOf(other);
  return isOpen ? 'unknown' : levelOf(low);
};

// The words that boards have to choose from; in a title they say too little.
const experienced =
  /\b(?:experienced|berufserfahrene?[nr]?|(?<!\b(?:ohne|keine) )berufserfahrung)\b|(?<!\p{L})(?:expérimentée?|experimentad[oa])s?(?!\p{L})/iu;
const ofBoard = (stated: string): Seniority => {
  // "Berufseinsteiger oder Berufserfahrene" is open to both.
  if (experienced.test(stated)) return byWords(stated) === 'junior' ? 'unknown' : 'senior';
  return /^\s*associate\s*$/i.test(stated) ? 'junior' : byWords(stated);
};

/**
 * The seniority that a posting asks for.
 * @param stated what the sender states, in any words; it takes precedence over the title
 * @param title the posting's title
 * @param phrase the first job title in the text, for postings without a title
 * @returns "unknown" where neither names one
 */
export const seniorityOf = (stated: string | undefined, title: string, phrase = ''): Derived<Seniority> => {
  const named = stated?.trim().toLowerCase();
  const exact = seniorities.find((seniority) => seniority === named);
  if (exact !== undefined && exact !== 'unknown') return given(exact);
  const fromStated = stated === undefined ? 'unknown' : ofBoard(stated);
  if (fromStated !== 'unknown') return given(fromStated);
  const fromBoth = byWords(`${title}\n${phrase}`);
  if (fromBoth === 'unknown') return given(fromBoth);
  return byWords(title) === fromBoth
    ? derived(fromBoth, 'title', 'likely')
    : derived(fromBoth, 'text', 'guess');
};
