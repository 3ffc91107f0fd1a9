import type { EmploymentType } from '@skillstream/contracts';
import { employmentTypesIn } from '@skillstream/contracts/employment-words';

const type =
  '(?:full|part)[ -]?time|fulltime|permanent|contract(?:or|ual)?|freelancer?|temporary|fixed[ -]term|seasonal|interns?|internship|trainee|apprentice(?:ship)?|vollzeit|teilzeit|werkstudent(?:in)?|praktikum|unbefristete?';
const anchor = new RegExp(`\\b(?:${type})\\b`, 'gi');
const MOST = 40;
const REACH = { before: 70, behind: 60 };

const job =
  '(?:role|position|job|gig|post|opportunity|engagement|assignment|contract|internship|vacancy|employment|stelle)';
const word = String.raw`[\p{L}\d%(),'’&/-]+ `;
const words = `(?:${word}){0,4}?`;
const hours = '(?:full|part)[ -]?time|fulltime|vollzeit|teilzeit';
const without = (others: string): string => String.raw`(?:(?!(?:${others})\b)${word}){0,4}?`;
// "Someone to work full-time", but not "a mentor for our interns" nor "a leader to manage interns".
const wanted = `${without('with|our|prior')}(?:${hours})|${without('with|to(?! (?:fill|hire))|for|who|our|prior')}(?:${type})`;
// Of somebody else, or of another time.
const otherUse = new RegExp(
  `\\b(?:(?:${type}) (?:(?:work )?experience|program(?:me)?s?|students)|permanent residents?)\\b`,
  'gi',
);
/** What states it of this job; the group is the words to read. */
const stating: readonly RegExp[] = [
  // "Job type: Part-time"
  /^[^\p{L}]*(?:(?:job|employment|position|role|contract|work) (?:type|status|basis)|type|status|employment|(?:working )?hours|schedule|tipo de (?:puesto|contrato)|type de contrat|anstellungsart|beschäftigungsart|vertragsart|arbeitszeit)s?\s?: ?(.{0,60})/iu,
  // "This is a full-time position", "a part-time role", "This internship will run for 16 weeks"
  new RegExp(
    String.raw`\b(?:(?:this|dies(?:e|er|es)?)(?: ${job})?|(?:the|die) ${job}) (?:is|will be|ist) (?:offered as )?(?:an? |eine? )?(${words}(?:${type})\b.{0,40})`,
    'iu',
  ),
  new RegExp(String.raw`\bthis (${words}(?:${type}) ${job}|internship)\b`, 'iu'),
  // "We are looking for a part-time accountant"
  new RegExp(
    String.raw`(?<!\byou(?: are|['’]re) )\b(?:hiring|looking for|seeking|searching for|recruiting|suchen|we need|fill the following) (?!or )(?:for )?(?:an? |our |eine[nr]? |\d+ |several |two |three )?((?:${wanted})\b.{0,24})`,
    'iu',
  ),
  // "As a full-time team member, we offer you"; "During your internship, you will"
  new RegExp(String.raw`\bas an? ((?:${type})\b(?: \p{L}+){0,2}),? (?:you|we)\b`, 'iu'),
  /\b(?:in|during|of) (?:your|the) (internship|traineeship|apprenticeship)\b/iu,
];

/**
 * The types of employment that the sentences of a text state of this job: "Job type: part-time", "This is a contract
 * role", "We are looking for an intern". Of the words for it the first 40 are read; "benefits for full-time workers",
 * "manages interns" and "8 years of full-time experience" state nothing.
 * @param text the plain description
 */
export const employmentSaid = (text: string): EmploymentType[] => {
  const said = new Set<EmploymentType>();
  anchor.lastIndex = 0;
  for (let hits = 0; hits < MOST; hits += 1) {
    const match = anchor.exec(text);
    if (match === null) break;
    const around = sentenceAt(text, match.index).replace(otherUse, ' ');
    const statement = stating
      .map((pattern) => pattern.exec(around)?.[1])
      .find((found) => found !== undefined);
    if (statement !== undefined) for (const each of employmentTypesIn(statement)) said.add(each);
  }
  return [...said];
};

const sentenceAt = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - REACH.before), at);
  const cut = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '));
  const behind = text.slice(at, at + REACH.behind);
  const end = behind.search(/\n|[.!] /);
  return before.slice(cut + 1) + (end < 0 ? behind : behind.slice(0, end));
};
