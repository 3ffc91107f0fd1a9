import { seniorities, type Seniority } from '@skillstream/contracts';

// In order: "Senior Engineering Manager" leads, a "Junior/Senior" opening is read by its upper end.
const rules: ReadonlyArray<readonly [Seniority, RegExp]> = [
  [
    'intern',
    /\b(interns?|internships?|co-?op|apprentice(ship)?s?|trainees?|werkstudent(in)?|working student|praktik\w+)\b/,
  ],
  [
    'lead',
    /\b(lead(?! gen)|leader|leads|principal|(?<!technical )staff(?!ing)|head of|director|vp|svp|vice president|chief|cto|cio|ciso|cpo|distinguished|engineering manager|development manager|software manager|(?:senior|sr\.?) managers?|(?:store|shop|branch|general|sales) managers?)\b/,
  ],
  ['senior', /(?<!\bsemi[- ]?)\b(seniors?|sr|snr|expert|iii|iv)\b/],
  ['mid', /\b(mid(?![- ]market)|semi[- ]?senior|ssr|mid[- ]?(level|senior|weight)|intermediate|medior|ii)\b/],
  [
    'junior',
    // "Associate Engineer" begins; a "Sales Associate" may be of any level.
    /\b(juniors?|jr|graduates?|grads?|entry[- ]?level|early career|associate(?= \p{L}))\b|\b(engineer|developer|analyst|scientist|designer|specialist|technician) i\b/u,
  ],
];

const byWords = (text: string): Seniority => {
  const low = text.toLowerCase();
  return rules.find(([, pattern]) => pattern.test(low))?.[0] ?? 'unknown';
};

// The words that boards have to choose from; in a title they say too little.
const ofBoard = (given: string): Seniority => {
  if (/\bexperienced\b/i.test(given)) return 'senior';
  return /^\s*associate\s*$/i.test(given) ? 'junior' : byWords(given);
};

/**
 * The seniority that a posting asks for.
 * @param given what the sender states, in any words; it takes precedence over the title
 * @param title the posting's title
 * @returns "unknown" where neither names one
 */
export const seniorityOf = (given: string | undefined, title: string): Seniority => {
  const named = given?.trim().toLowerCase();
  const exact = seniorities.find((seniority) => seniority === named);
  if (exact !== undefined && exact !== 'unknown') return exact;
  const fromGiven = given === undefined ? 'unknown' : ofBoard(given);
  return fromGiven === 'unknown' ? byWords(title) : fromGiven;
};
