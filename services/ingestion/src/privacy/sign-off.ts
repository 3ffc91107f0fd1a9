import { inBasicPlane } from './basic-plane.ts';
import { JOB_TITLE } from './job-title.ts';
import { markOf } from './mask.ts';
import { isNoName, isNoSigner } from './no-name.ts';
import {
  ASK,
  CAPITAL_FAMILY_NAME,
  CAPITAL_NAME,
  FAMILY_NAME,
  NAME,
  SALUTATION,
  WORD,
  wordsOf,
} from './person-name.ts';

const MARK = String.raw`\[(?:email|phone|profile)\]`;

const anyMark = new RegExp(MARK, 'u');

/** A pattern that is looked for all over a text. */
const everywhere = (pattern: string): RegExp => new RegExp(inBasicPlane(pattern), 'gu');

// What is joined to a name is one.
const AND = String.raw`(?: ?[&+/] ?| (?:and|und|et|y|e|og|och|en|i|or|oder|ou|o) )`;

// What stands right before the name of whoever answers; in German, French, Spanish and Portuguese too.
const ROLE = wordsOf(
  ...['recruiter', 'recruiting contact', 'contact person', 'contact', 'hiring manager', 'point of contact'],
  ...['talent partner', 'posted by', 'attn', 'ansprechpartner', 'ansprechpartnerin', 'ansprechperson'],
  ...['kontakt', 'kontaktperson', 'ihr kontakt', 'interlocuteur', 'contacto', 'contato', 'recruiter name'],
  ...['contact name', 'persona de contacto', 'contactpersoon', 'osoba kontaktowa'],
);
// One word behind these is a person as well, if it ends there.
const PERSON = wordsOf(
  ...['recruiter', 'contact person', 'hiring manager', 'talent partner', 'ansprechpartner'],
  ...['ansprechpartnerin', 'ansprechperson', 'kontaktperson', 'recruiter name', 'contact name'],
  ...['persona de contacto', 'contactpersoon', 'osoba kontaktowa'],
);
const PERSON_OR_CONTACT = `(?:${PERSON}|${wordsOf('contact', 'kontakt', 'your contact', 'ihr kontakt')})`;
// "S. Müller", "Jane D.", and in a list "Müller, Sabine": of the latter more must show that it ends there.
const BEHIND_ROLE = String.raw`\p{Lu}\.(?:-\p{Lu}\.)? (?:\p{Lu}\. )?${WORD}|${WORD} \p{Lu}\.(?! ?\p{L}|-)|${WORD}, ${WORD}(?=,? {0,2}(?:\n|$|${MARK}|Tel|Durchwahl))`;
// "Ansprechpartner*in" is one as well.
const OF_BOTH = String.raw`(?:[/*:_]-?in|\(in\))?`;
const afterRole = everywhere(
  String.raw`(\b${ROLE}${OF_BOTH}(?: is| ist| est| es| é| ?:) {0,2})(${CAPITAL_NAME}|${NAME}|${BEHIND_ROLE})(?!\p{L})`,
);
// "Recruiter - Life Sciences" is a title, in which the same words are none of a name as in a heading.
const behindDash = everywhere(
  String.raw`(\b${ROLE}${OF_BOTH} [-–] {0,2})(${CAPITAL_NAME}|${NAME}|${BEHIND_ROLE})(?!\p{L})`,
);
// Below such a word alone in its line a sentence may begin, or a list of addresses: the name is all of the line.
const underRole = everywhere(
  String.raw`(\b${ROLE}${OF_BOTH} ?:\n{1,2} {0,4})(${CAPITAL_NAME}|${NAME})(?= ?(?:\n|$|,|[-–—(]))`,
);
const oneBehindPerson = everywhere(
  String.raw`(\b${PERSON}${OF_BOTH} ?: {0,2})(${WORD})(?= ?(?:\n|$|\(|, (?:\p{Ll}|${MARK})|[-–—] |${MARK}))`,
);
const courtesy = everywhere(
  String.raw`(\b${SALUTATION})(${CAPITAL_NAME}|${NAME}|${FAMILY_NAME}|(?<=(?:Herrn?|Frau|HERRN?|FRAU) )${CAPITAL_FAMILY_NAME})(?!\p{L})`,
);
const TO = wordsOf(
  ...['contact', 'ask for', 'to', 'with', 'reach', 'email', 'e-mail', 'mail', 'ping', 'me', "i'm", 'i am'],
  ...['call', 'from', 'by', 'write', 'ask', 'an', 'bei', 'à'],
);
const WRITE = wordsOf(
  ...['contact', 'ask for', 'reach out to', 'email', 'e-mail', 'mail', 'ping', 'call', 'write to', 'mail to'],
  ...['email to', 'e-mail to', 'mail an', 'e-mail an', 'email an', 'bewerbung an', 'unterlagen an'],
);
// Without "e-" in front: a pattern that begins with a letter or two is found faster.
const MAIL = '(?:[Mm]ails?|MAILS?|[Bb]ewerbung(?:en)?|[Uu]nterlagen)';
const mailedTo = everywhere(
  String.raw`(${MAIL}(?:(?: bitte)? an:?|:| to) (?:Herrn |Frau )?)(${NAME}|${CAPITAL_NAME})(?!\p{L})`,
);
const postedBy = everywhere(
  String.raw`(\b${wordsOf('posted by', 'published by', 'veröffentlicht von', 'publié par', 'publicado por')} )(${NAME})(?= ?(?:\n|$|[.,;|(•·–—-]| on | am | le | el ))`,
);
// "Bei Rückfragen wenden Sie sich bitte an unsere Kollegin Jane Doe".
const TURN = '(?:[Ww]enden Sie sich|[Mm]elden Sie sich|[Ww]ende [Dd]ich|[Mm]elde? [Dd]ich)';
const COLLEAGUE = String.raw`(?:(?:unsere|Ihre|deine)[nmr]? (?:Kolleg(?:en|in)|Ansprechpartner(?:in)?|Recruiter(?:in)?|Personal\p{Ll}{3,12}) )`;
const turnedTo = everywhere(
  String.raw`(${TURN}(?: (?:bitte|gerne?|direkt|einfach|jederzeit)){0,3} (?:an|bei) ${COLLEAGUE}?)(${NAME}|${CAPITAL_NAME})(?!\p{L}|-)`,
);
// More capitals behind it are a trade or an employer: "Email Deliverability Lead Engineer".
const askedToWrite = everywhere(
  String.raw`(\b${wordsOf('contact', 'email', 'e-mail', 'reach out to', 'write to', 'get in touch with')} )(${NAME})(?!\p{L}|['’&-]| &| \p{Lu})`,
);
const MY_NAME = wordsOf('my name is', "my name's", 'my name,');
const GREETING = wordsOf('hi', 'hello', 'hey');
const CLOSE = wordsOf(
  ...['regards', 'cheers', 'thanks', 'sincerely', 'best', 'yours', 'grüße', 'grüßen', 'grüß', 'cordialement'],
  ...[
    'saludos',
    'saludo',
    'atentamente',
    'grüssen',
    'grüsse',
    'wishes',
    'thank you',
    'pozdrawiam',
    'hälsningar',
  ],
  ...['hälsning', 'saluti', 'groet', 'groeten'],
);
// What a number or an address is called before it: "Jane Doe, Tel. [phone]".
const CALLED = String.raw`(?:(?:Tel|Telefon|Phone|Mobil|E-?[Mm]ail)[.:]{0,2} )?`;
const toMark = (link: string): string => String.raw`(?=(?:${link})? {0,2}${CALLED}${MARK})`;
const LINK = String.raw` at| via| on| under| directly at|,| -| –| \(| <| \|| •`;
const TO_MARK = toMark(`${LINK}|:`);
const beforeMark = everywhere(String.raw`((?<!\p{L})${TO} )(${NAME}|${CAPITAL_NAME})${TO_MARK}`);
// What a colon parts from an address is a heading: "TOLL FREE: [phone]". Of a line it may be a name.
const besideMark = everywhere(String.raw`([-–—(:,\n] ?)(${NAME}|${CAPITAL_NAME})${toMark(LINK)}`);
// The first of two; what is joined to it goes with it.
const firstOfTwo = everywhere(
  String.raw`((?<!\p{L})${TO} |[-–—(:,\n] ?)(${NAME}|${CAPITAL_NAME})(?=${AND}(?:${NAME}|${CAPITAL_NAME})(?:${TO_MARK}|\n${MARK}))`,
);
const headingMark = everywhere(String.raw`(\n ?)(${NAME})(?=: {0,2}${MARK})`);
const firstNameBeforeMark = everywhere(String.raw`(\b${WRITE} )(${ASK}${WORD})${TO_MARK}`);
// A link that is a person's own stands right behind the name.
const beforeProfile = everywhere(
  String.raw`((?<![\p{L}\p{N}-]))(${NAME}|${ASK}${WORD})(?=(?:['’]s)? ?\(?\[profile\])`,
);
// As HTML is rendered whose link is a person's, and in Markdown.
const linked = everywhere(String.raw`()"(${SALUTATION}?(?:${NAME}|${CAPITAL_NAME}|${WORD}))"(?= <${MARK}>)`);
const linkedInMarkdown = everywhere(
  String.raw`(\[)(${NAME}|${CAPITAL_NAME})(?=(?:[,|(][^\]\n]{1,60})?\]\((?:mailto:|tel:)?${MARK})`,
);
const introduced = everywhere(
  String.raw`(\b(?:${MY_NAME}|${GREETING}[,!.]? (?:[Ii]['’]m|[Ii] am|[Tt]his is)) )(${CAPITAL_NAME}|${NAME}|${WORD})(?!\p{L})`,
);
// Also where the address was taken out before the posting came to us.
const written = everywhere(
  String.raw`(\b${WRITE} )(${NAME}|${CAPITAL_NAME}|${ASK}${WORD})(?= (?:at|--|–)(?![\p{L}\p{N}]))`,
);
const signedOff = everywhere(
  String.raw`(\b${CLOSE}(?:[,!]?\n{1,2} {0,4}(?:i\. ?[AV]\. |ppa\. )?|[,!] ))(${CAPITAL_NAME}|${NAME}|${WORD})(?= ?(?:\n|$|,|[-–—(])|${AND}\p{Lu}[^\n]{1,60}(?:\n|$))`,
);
// "Jane Doe, Senior Recruiter" in a line of its own. A text begins with an employer or the title again, and what a
// colon or a bar divides are headings and the parts of a title.
const ITEM = String.raw`\n[^\S\n]{0,4}(?:[-–—~*•] ?)?`;
const titled = everywhere(
  String.raw`(${ITEM}|[–—] )(${NAME}|${CAPITAL_NAME})(?=, ?${JOB_TITLE}|(?: ?[-–—]| ?\() ?${JOB_TITLE})`,
);
// A line above a title is a heading as often, but near an address or the end.
const overTitle = everywhere(
  String.raw`(${ITEM})(${NAME}|${CAPITAL_NAME})(?=\n${JOB_TITLE}[^\n]{0,40}(?![^\n])[^]{0,120}(?:${MARK}|$))`,
);
// "– Jane, CTO" in the last line; below another item it is one of a list. That is looked at last, since it costs most.
const dashed = everywhere(
  String.raw`(\n ?[-–—] ?)(${ASK}${WORD})(?=, ?${JOB_TITLE}[^\n]{0,60}\s{0,9}$)` +
    String.raw`(?<!(?:^|\n) ?[-–—*•][^\n]*\n{1,2} ?[-–—] ?${WORD})`,
);

// The last lines of a text: a name, and right below it how to reach who has it.
const overMark = everywhere(
  String.raw`(\n ?)(${NAME}|${CAPITAL_NAME})(?=\n(?:[\p{L}-]{1,12}[.:]{0,2} ?)?${MARK}[^\n]{0,60}(?:\n{1,2}[^\n]{1,60}){0,3}\s{0,9}$)`,
);
// A row of a table: its cells have a blank between them.
const inRow = everywhere(
  String.raw`((?:^|\n)[ |]{0,2}${PERSON_OR_CONTACT}${OF_BOTH}(?: \|)? )(${NAME}|${CAPITAL_NAME})(?= ?\|? ?(?:\n|$))`,
);
const joined = everywhere(
  String.raw`(\[name\]${AND}${SALUTATION}?)(${NAME}|${CAPITAL_NAME}|(?<=\n {0,4}\[name\]${AND})${WORD}(?= ?(?:\n|$)))(?!\p{L})`,
);

type Rule = [patterns: RegExp[], isNone: (name: string) => boolean];

/**
 * Replaces the names of those who answer for a posting: after a word like "Recruiter:", before their address, and
 * under a complimentary close. Run it after the other masks: their marks show where a name is a person's.
 * @param organization which may look like a name ("Rolls Royce") and stays
 * @param onMasked called for each
 */
export const maskNames = (text: string, organization: string, onMasked: () => void): string => {
  const marked = anyMark.test(text)
    ? [linked, linkedInMarkdown, firstOfTwo, beforeMark, besideMark, firstNameBeforeMark, beforeProfile]
    : [];
  const named = [afterRole, courtesy, introduced, written, ...marked, signedOff];
  return maskBy(
    [
      [named, isNoName],
      [[behindDash, mailedTo, turnedTo, postedBy, askedToWrite, underRole, oneBehindPerson], isNoSigner],
      [[joined], isNoSigner],
    ],
    text,
    [organization],
    onMasked,
  );
};

/**
 * Replaces names before a job title, and those that are a heading above an address. It is for texts of several lines:
 * "Fixed Income, Director" is a title itself.
 * @param known employer and title of the posting: what stands in one of them stays
 * @param onMasked called for each
 */
export const maskSigners = (text: string, known: readonly string[], onMasked: () => void): string =>
  maskBy([[[headingMark, titled, overTitle, overMark, dashed, inRow], isNoSigner]], text, known, onMasked);

const maskBy = (rules: Rule[], text: string, known: readonly string[], onMasked: () => void): string => {
  const others = known.map(wordsIn);
  const maskUnless = (isNone: (name: string) => boolean) => (whole: string, before: string, name: string) => {
    if (isNone(name) || others.some((each) => each.includes(wordsIn(name)))) return whole;
    onMasked();
    return before + markOf('name');
  };
  return rules.reduce(
    (given, [patterns, isNone]) =>
      patterns.reduce((found, each) => found.replace(each, maskUnless(isNone)), given),
    text,
  );
};

const wordsIn = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()} `;
