import { seniorities, type Seniority } from '@skillstream/contracts';

// In order: "Senior Engineering Manager" leads, a "Junior/Senior" opening is read by its upper end.
const rules: ReadonlyArray<readonly [Seniority, RegExp]> = [
  [
    'intern',
    /\b(interns?|internships?|co-?op|apprentice(ship)?s?|trainees?|werkstudent(in)?|working student|praktik\w+)\b/,
  ],
  [
    'lead',
    /\b(lead(?! gen)|leader|leads|principal|staff(?!ing)|head of|director|vp|svp|vice president|chief|cto|cio|ciso|cpo|distinguished|engineering manager|development manager|software manager)\b/,
  ],
  ['senior', /\b(seniors?|sr|snr|experienced|expert|iii|iv)\b/],
  ['mid', /\b(mid|mid[- ]?(level|senior|weight)|intermediate|medior|ii)\b/],
  [
    'junior',
    /\b(juniors?|jr|graduates?|grads?|entry[- ]?level|early career|associate)\b|\b(engineer|developer|analyst|scientist|designer|specialist|technician) i\b/,
  ],
];

const byWords = (text: string): Seniority => {
  const low = text.toLowerCase();
  return rules.find(([, pattern]) => pattern.test(low))?.[0] ?? 'unknown';
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
  const fromGiven = given === undefined ? 'unknown' : byWords(given);
  return fromGiven === 'unknown' ? byWords(title) : fromGiven;
};
