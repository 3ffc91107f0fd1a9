import { markOf } from './mask.ts';

// Words that begin a request rather than a name.
const ASK = String.raw`(?!(?:Contact|Message|Call|Ask|Meet|Email|Mail|Hi|Hello|Please|Apply|Write|Send|Ping|I)\b)`;
const WORD = String.raw`(?:Mc|Mac|O['’]|D['’])?\p{Lu}[\p{Ll}'’]{1,20}(?:-\p{Lu}\p{Ll}{1,20})?`;
/** An academic degree: "Dr.", "Prof. Dr.", "Dr.-Ing.", "Dr. rer. nat.", "Dipl.-Inf.", "M.Sc.". */
const DEGREE = String.raw`(?:(?:(?:Univ\.-)?(?:Profa?|Professor(?:in)?|Dra?|PD)\.?|(?:Mag|Dipl|Ing|Priv)\.|[BM]\.(?:Sc|A|Eng)\.)(?:-\p{Lu}\p{Ll}{1,5}\.?){0,2}(?: (?:med|rer|nat|phil|jur|iur|pol|oec|techn|habil|h\. ?c)\.){0,3} )`;
/** What follows a given name: a family name or two, with an initial or a particle before it. */
const FAMILY = String.raw`(?: \p{Lu}\.)?(?: (?:de|da|van|von|der|den|di|del|la|le))?(?: (?:\p{Lu}['’])?${WORD}){1,2}`;
/** A given and a family name; behind a degree one of them is enough. */
const NAME = String.raw`${ASK}(?:${DEGREE}{1,4}(?:\p{Lu}\. ){0,2}${WORD}(?:${FAMILY})?|${WORD}${FAMILY})`;
const MARK = String.raw`\[(?:email|phone|profile)\]`;

const anyMark = new RegExp(MARK, 'u');

/** Words that no person is called: a team is no person. */
const noName =
  /\b(?:Team|Talent|Recruiting|Recruitment|Recruiters?|Human|Resources|People|Hiring|Managers?|Management|Jobs?|Careers?|Department|Support|Office|Sales|Engineering|Engineers?|Developers?|Group|Inc|Ltd|GmbH|Company|Capital|Acquisition|Assistance|Operations|Customer|Services?|Us|You|Our|The|This|Phone|Subject|Resume|Applications?|Benefits|Accommodations?|Coordinator|Partners?|Staff|Security|Data|Privacy|Officer|Info|Video|Interview|Generation|Leader|Linkedin|LinkedIn|Profile|Founders?|Cofounders?|Here|Website|Me|Twitter|Github|GitHub|Blog|See|More|About|Follow|Connect|Apache|Kafka|Spring|Boot|Ruby|Rails|Java|Python|React|Angular|Google|Amazon|Microsoft|Azure|Docker|Kubernetes|Linux|Redis|Postgres|Django|Node|Scala|Kotlin|Swift|Android)\b/u;

/**
 * Any of the words in small letters, with a capital at the beginning of one, or in capitals. The flag `i` would
 * ignore the case of names as well, and the modifier for a part of a pattern was seen to have no effect once, in a
 * process that had compiled many patterns (Node 24.21).
 */
const wordsOf = (...words: string[]): string => {
  const spelled = words.flatMap((word) => [
    word,
    word.replace(/^\p{Ll}/u, (first) => first.toUpperCase()),
    word.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase()),
    word.toUpperCase(),
  ]);
  return `(?:${[...new Set(spelled)].join('|')})`;
};

// What stands right before the name of whoever answers; in German, French, Spanish and Portuguese too.
const ROLE = wordsOf(
  ...['recruiter', 'recruiting contact', 'contact person', 'contact', 'hiring manager', 'point of contact'],
  ...['talent partner', 'posted by', 'attn', 'ansprechpartner', 'ansprechpartnerin', 'ansprechperson'],
  ...['kontakt', 'kontaktperson', 'ihr kontakt', 'interlocuteur', 'contacto', 'contato'],
);
// "Ansprechpartner*in" is one as well.
const afterRole = new RegExp(
  String.raw`(\b${ROLE}(?:[/*:_]-?in|\(in\))?(?: is| ist| est| es| é|:| -| –) {0,2})(${NAME})(?!\p{L})`,
  'gu',
);
const courtesy = new RegExp(
  String.raw`(\b(?:Mr|Mrs|Ms|Herrn?|Frau|Mme)\.? )(${NAME}|${WORD})(?!\p{L})`,
  'gu',
);
const TO = wordsOf(
  ...[
    'contact',
    'ask for',
    'to',
    'with',
    'reach',
    'email',
    'e-mail',
    'ping',
    'me',
    "i'm",
    'i am',
    'call',
    'from',
  ],
  ...['by', 'write', 'ask'],
);
const WRITE = wordsOf('contact', 'ask for', 'reach out to', 'email', 'e-mail', 'ping', 'call', 'write to');
const MY_NAME = wordsOf('my name is', "my name's", 'my name,');
const GREETING = wordsOf('hi', 'hello', 'hey');
const CLOSE = wordsOf(
  ...['regards', 'cheers', 'thanks', 'sincerely', 'best', 'yours', 'grüße', 'grüßen', 'grüß', 'cordialement'],
  'saludos',
);
const TO_MARK = String.raw`(?=(?: at| via| on| under| directly at|,|:| -| –| \(| <)? {0,2}${MARK})`;
const beforeMark = new RegExp(String.raw`(\b${TO} |[-–—(:,\n] ?)(${NAME})${TO_MARK}`, 'gu');
const firstNameBeforeMark = new RegExp(String.raw`(\b${WRITE} )(${ASK}${WORD})${TO_MARK}`, 'gu');
// A link that is a person's own stands right behind the name.
const beforeProfile = new RegExp(
  String.raw`((?<![\p{L}\p{N}-]))(${NAME}|${ASK}${WORD})(?=(?:['’]s)? ?\(?\[profile\])`,
  'gu',
);
const introduced = new RegExp(
  String.raw`(\b(?:${MY_NAME}|${GREETING}[,!.]? (?:[Ii]'m|[Ii] am|[Tt]his is)) )(${NAME}|${WORD})(?!\p{L})`,
  'gu',
);
// Also where the address was taken out before the posting came to us.
const written = new RegExp(
  String.raw`(\b${WRITE} )(${NAME}|${ASK}${WORD})(?= (?:at|--|–)(?![\p{L}\p{N}]))`,
  'gu',
);
const signedOff = new RegExp(
  String.raw`(\b${CLOSE}(?:[,!]?\n{1,2} {0,4}|[,!] ))(${NAME}|${WORD})(?= ?(?:\n|$|,|[-–—(]))`,
  'gu',
);

/**
 * Replaces the names of those who answer for a posting: after a word like "Recruiter:", before their address, and
 * under a complimentary close. Run it after the other masks: their marks show where a name is a person's.
 * @param organization which may look like a name ("Rolls Royce") and stays
 * @param onMasked called for each
 */
export const maskNames = (text: string, organization: string, onMasked: () => void): string => {
  const employer = wordsIn(organization);
  const mask = (whole: string, before: string, name: string): string => {
    if (noName.test(name) || employer.includes(wordsIn(name))) return whole;
    onMasked();
    return before + markOf('name');
  };
  const marked = anyMark.test(text) ? [beforeMark, firstNameBeforeMark, beforeProfile] : [];
  return [afterRole, courtesy, introduced, written, ...marked, signedOff].reduce(
    (found, each) => found.replace(each, mask),
    text,
  );
};

const wordsIn = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()} `;
