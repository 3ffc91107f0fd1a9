import { markOf } from './mask.ts';

// "uk", "m", "web", "de-de": of a phone, a country or a language. Of others a subdomain is a blog or a company's page.
const HOSTS = String.raw`(?:[a-z][a-z-]{0,9}\.){0,2}`;
// Only addresses that are a person's: twitter.com/acme or github.com/acme is as often the employer's.
const places = [
  String.raw`${HOSTS}linkedin\.com\/(?:(?:comm|mwlite)\/)?(?:in|pub)\/`,
  String.raw`${HOSTS}xing\.com\/(?:profile|people)\/`,
  String.raw`${HOSTS}facebook\.com\/(?:profile\.php|people\/)`,
  String.raw`(?:t|telegram|wa|about|signal)\.me\/`,
  String.raw`${HOSTS}whatsapp\.com\/send\/?\?`,
  String.raw`(?:calendly|cal)\.com\/`,
  String.raw`(?:angel\.co|wellfound\.com)\/u\/`,
  String.raw`news\.ycombinator\.com\/user\?id=`,
].join('|');
const link = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?:https?:\/\/)?(?:www\.)?(?:${places})[^\s<>"')\]]{1,200}`,
  'giu',
);
// "@acme" alone is as often the employer's; beside the name of a messenger it is who answers.
const handle =
  /\bskype(?: id)?: ?(?:live:)?[\w.,-]{3,64}|\b(?:(?:telegram|threema|discord|wechat|whats ?app)(?: (?:at|handle|id|user(?:name)?))?:? ?|signal: ?)@\w[\w.]{1,62}\w/giu;
// Most texts hold none of these, and a fixed text is found many times faster than a pattern.
const signs = [
  'linkedin.',
  'xing.',
  'facebook.',
  '.me/',
  'cal.com',
  'calendly.',
  '/u/',
  'ycombinator.',
  'skype',
  'telegram',
  'threema',
  'discord',
  'wechat',
  'whats',
  'signal',
];

/**
 * Replaces links to personal profiles and calendars.
 * @param onMasked called for each
 */
export const maskProfileLinks = (text: string, onMasked: () => void): string => {
  const low = text.toLowerCase();
  if (!signs.some((sign) => low.includes(sign))) return text;
  const mask = () => (onMasked(), markOf('profile'));
  return text.replace(link, mask).replace(handle, mask);
};

/** Whether a text holds the link to a personal profile or calendar. */
export const holdsProfileLink = (text: string): boolean => maskProfileLinks(text, () => {}) !== text;
