import { inBasicPlane } from './basic-plane.ts';
import { decodedText } from './decoded-text.ts';
import { holdsEmail } from './email.ts';
import { markOf, type MaskKind } from './mask.ts';
import { isNoSigner } from './no-name.ts';
import { CAPITAL_NAME, NAME, SALUTATION, WORD } from './person-name.ts';
import { holdsProfileLink } from './profile-link.ts';

// Links are named like this as often as by a person.
const button = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'Get|Started|Join|Today|Click|Learn|Read|Submit|Download|Visit|Let|Talk|Drop|Speak|Book|Schedule|Request|View',
    'Show|Find|Form|Link|Page|Reply|Questions?|Feedback|Candidates?|Say|Chat|Text|Home|Live|Demo|Tour|Watch|Explore',
    'Discover|Refer|Friend|Press|Admin|Accessibility|Inquir(?:y|ies)|Enquir(?:y|ies)|Now|Xing|Calendly|Telegram',
    'Portfolio|Hier|Jetzt|Mehr|Zum|Zur|Kontakt|Kontaktieren|Karriere|Praktikum|Ausbildung|Anrufen|Schreiben|Senden',
    'Unser|Ihr|Dein|Euer|Mailpostfach|Postfach|Mail|Corp|Corporation|LLC|AG|SE|KG|Co',
    'Postuler|Contactez|Contacto|Ici|Envoyer|Envoyez|Nous|Aplicar|Enviar|Aplikuj|Solliciteer',
  ].join('|')})(?!\p{L})`,
  'iu',
);
const MOST_NAME = 80;
const MOST_TARGET = 400;
const aName = new RegExp(inBasicPlane(`^${SALUTATION}?(?:${NAME}|${CAPITAL_NAME})$`), 'u');
const oneWord = new RegExp(inBasicPlane(`^${WORD}$`), 'u');

const kindOf = (target: string): MaskKind | null => {
  if (/^mailto:/i.test(target)) return holdsEmail(target) ? 'email' : null;
  if (/^(?:tel|callto|sms):/i.test(target)) return /(?:\d\D{0,3}){7}/.test(target) ? 'phone' : null;
  return holdsProfileLink(target) ? 'profile' : null;
};

/** Letters as an address has them: "Zoë" is zoe there. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const markOfName = (text: string, href: string): string | null => {
  if (text.length > MOST_NAME || isNoSigner(text) || button.test(text)) return null;
  const isOne = oneWord.test(text);
  if (!isOne && !aName.test(text)) return null;
  const target = decodedText(href.trim().slice(0, MOST_TARGET));
  if (isOne && (text.length < 3 || !bare(target).replace(/@.*$/s, '').includes(bare(text)))) return null;
  const kind = kindOf(target);
  return kind === null ? null : markOf(kind);
};

// Behind the name of an employer a sign and a place stand as often.
const ofTeam = /^mailto:(?:jobs?|careers?|karriere|info|hr|hello|contact|bewerbung|recruiting|talent)@/i;

/** "Jane Doe, CTO" or "Jane Doe (HR)": what is in front, and what stands behind it with its sign. */
const titled = /^([^,|(–—]{1,80}?)(\s?(?:[,|(]|\s[–—]).*)$/su;

/**
 * A link's text and the mark of what it points to, where the text is the name of a person, also with a title behind
 * it, and the target their mailbox, telephone or profile; of others null. One word alone is a name where the target
 * has it as well ("Jane", jane@acme.example).
 * @param text which is shown for the link, in one line
 */
export const nameWithMark = (text: string, href: string): string | null => {
  const [, name = text, behind = ''] = titled.exec(text) ?? [];
  const isTeam = oneWord.test(name) || ofTeam.test(href);
  const mark = behind !== '' && isTeam ? null : markOfName(name, href);
  return mark === null ? null : `"${name}" <${mark}>${behind}`;
};
