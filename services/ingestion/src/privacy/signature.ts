import { markOf } from './mask.ts';

// Words that begin a request rather than a name.
const ASK = String.raw`(?!(?:Contact|Message|Call|Ask|Meet|Email|Mail|Hi|Hello|Please|Apply|Write|Send|Ping|I)\b)`;
const WORD = String.raw`\p{Lu}[\p{Ll}'’]{1,20}(?:-\p{Lu}\p{Ll}{1,20})?`;
/** A given and a family name, with an initial or a particle between them. */
const NAME = String.raw`${ASK}${WORD}(?: \p{Lu}\.)?(?: (?:de|da|van|von|der|den|di|del|la|le))?(?: (?:\p{Lu}['’])?${WORD}){1,2}`;
const MARK = String.raw`\[(?:email|phone|profile)\]`;

const anyMark = new RegExp(MARK, 'u');

/** Words that no person is called: a team is no person. */
const noName =
  /\b(?:Team|Talent|Recruiting|Recruitment|Recruiters?|Human|Resources|People|Hiring|Managers?|Management|Jobs?|Careers?|Department|Support|Office|Sales|Engineering|Engineers?|Developers?|Group|Inc|Ltd|GmbH|Company|Capital|Acquisition|Assistance|Operations|Customer|Services?|Us|You|Our|The|This|Phone|Subject|Resume|Applications?|Benefits|Accommodations?|Coordinator|Partners?|Staff|Security|Data|Privacy|Officer|Info|Video|Interview|Generation|Leader|Linkedin|LinkedIn|Profile|Founders?|Cofounders?|Here|Website|Me|Twitter|Github|GitHub|Blog|See|More|About|Follow|Connect)\b/u;

// What stands right before the name of whoever answers; in German, French, Spanish and Portuguese too.
const ROLE = String.raw`(?i:recruiter|recruiting contact|contact person|contact|hiring manager|point of contact|talent partner|posted by|attn|ansprechpartner(?:in)?|ansprechperson|kontakt(?:person)?|ihr kontakt|interlocuteur|contacto|contato)`;
const afterRole = new RegExp(String.raw`(\b${ROLE}(?: is|:| -| –) {0,2})(${NAME})`, 'gu');
const courtesy = new RegExp(
  String.raw`(\b(?:Mr|Mrs|Ms|Herrn?|Frau|Mme)\.? )(${NAME}|${WORD})(?!\p{L})`,
  'gu',
);
const TO_MARK = String.raw`(?=(?: at| via| on| under| directly at|,|:| -| –| \(| <)? {0,2}${MARK})`;
const beforeMark = new RegExp(
  String.raw`(\b(?i:contact|ask for|to|with|reach|e-?mail|ping|me|I'm|I am|call|from|by|write|ask) |[-–—(:,\n] ?)(${NAME})${TO_MARK}`,
  'gu',
);
const firstNameBeforeMark = new RegExp(
  String.raw`(\b(?i:contact|ask for|reach out to|e-?mail|ping|call|write to) )(${ASK}${WORD})${TO_MARK}`,
  'gu',
);
// A link that is a person's own stands right behind the name.
const beforeProfile = new RegExp(
  String.raw`((?<![\p{L}\p{N}-]))(${NAME}|${ASK}${WORD})(?=(?:['’]s)? ?\(?\[profile\])`,
  'gu',
);
const introduced = new RegExp(
  String.raw`(\b(?i:my name is|my name's|my name,|(?:hi|hello|hey)[,!.]? (?:i'm|i am|this is)) )(${NAME}|${WORD})(?!\p{L})`,
  'gu',
);
// Also where the address was taken out before the posting came to us.
const written = new RegExp(
  String.raw`(\b(?i:e-?mail|write to|contact|ping|reach out to) )(${NAME}|${ASK}${WORD})(?= (?:at|--|–)(?![\p{L}\p{N}]))`,
  'gu',
);
const signedOff = new RegExp(
  String.raw`(\b(?i:regards|cheers|thanks|sincerely|best|yours|grüßen?|cordialement|saludos)(?:[,!]?\n{1,2} {0,4}|[,!] ))(${NAME}|${WORD})(?= ?(?:\n|$|,|[-–—(]))`,
  'gu',
);

/**
 * Replaces the names of those who answer for a posting: after a word like "Recruiter:", before their address, and
 * under a complimentary close. Run it after the other masks: their marks show where a name is a person's.
 * @param organization which may look like a name ("Rolls Royce") and stays
 * @param onMasked called for each
 */
export const maskNames = (text: string, organization: string, onMasked: () => void): string => {
  const employer = organization.toLowerCase();
  const mask = (whole: string, before: string, name: string): string => {
    if (noName.test(name) || employer.includes(name.toLowerCase())) return whole;
    onMasked();
    return before + markOf('name');
  };
  const marked = anyMark.test(text) ? [beforeMark, firstNameBeforeMark, beforeProfile] : [];
  return [afterRole, courtesy, introduced, written, ...marked, signedOff].reduce(
    (found, each) => found.replace(each, mask),
    text,
  );
};
