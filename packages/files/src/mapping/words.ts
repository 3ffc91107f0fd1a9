import type { Workplace } from '@skillstream/contracts/posting-values';

const yes = [
  'yes',
  'y',
  'true',
  't',
  '1',
  '1.0',
  'remote',
  'oui',
  'ja',
  'si',
  'sí',
  'sim',
  'tak',
  'x',
  'telecommute',
];
const no = ['no', 'n', 'false', 'f', '0', '0.0', '0%', '0 %', 'non', 'nein', 'nao', 'não', 'nie'];

/** A boolean in words of the languages that columns' names are known in; null where it is none. */
export const readBoolean = (text: string): boolean | null => {
  const word = text.trim().toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
};

const few = '(?:[1-4]|one|two|three|four|eine?n?|zwei|drei|vier)';
const range = String.raw`(?: ?(?:-|–|to|or|bis|oder) ?(?:[1-5]|two|three|four|five|zwei|drei|vier|fünf))?`;
const days = String.raw`(?:x|days?|tage?n?|jours?|d[ií]as?)(?!\p{L}|[ -](?:work)?week|[ -]?woche(?!n?end)| onboarding)`;
// "2 Tage/Woche", "1-3 days", "2x pro Woche": here or there, the others are elsewhere.
const someDays = new RegExp(String.raw`(?<![\p{L}\d.,])${few}${range} ?${days}`, 'iu');
const rarely = /month|monat|mois|\bmes\b|m[êe]s\b|quart|trimest|year|jahr|\ban\b|\baño|\bano\b/i;
const isSomeDays = (text: string): boolean => someDays.test(text) && !rarely.test(text);
const shareAtHome = /^(?:(?:bis zu|up to|max\.?|ca\.?|about) )?[1-9]\d? ?%(?: (?:remote|home[- ]?office))?$/i;
const allAtHome =
  /^100 ?%$|^(?:5|five|fünf) (?:days?|tage?)(?: ?\/ ?| (?:a|per|pro|die|in der) )(?:week|woche)$/i;

/** The words of a column for work at home alone: `2 Tage/Woche`, `50 %`, `100 %`; null where they say no share. */
export const readHomeShare = (text: string): Workplace | null => {
  const words = text.trim();
  if (allAtHome.test(words)) return 'remote';
  return isSomeDays(words) || shareAtHome.test(words) ? 'hybrid' : null;
};

const patterns: readonly (readonly [Workplace, RegExp])[] = [
  ['hybrid', /hybrid|híbrid|hibrid|hybryd|teilweise|partial|partiel/i],
  ['onsite', /\bno(?:t|n)?[- ]remote\b|\bkein(?:e|erlei)? (?:home[-_ ]?office|remote)|^(?:no|non|not)$/i],
  // An offer of both counts as remote, as it does in a text.
  [
    'remote',
    /remote|tele[-_ ]?(commute|work)|télétravail|teletrabajo|home[-_ ]?office|anywhere|zdaln|remoto/i,
  ],
  ['onsite', /on[-_ ]?site|in[-_ ]?office|in[-_ ]?person|vor ort|büro|présentiel|presencial|stacjonarn/i],
];

const atHome = /home[-_ ]?office/i;

/** Where the work is done, in the words of a column; null where they are not known. */
export const readWorkplace = (text: string): Workplace | null => {
  if (isSomeDays(text)) return 'hybrid';
  // "2 Tage Homeoffice im Monat"
  if (someDays.test(text) && atHome.test(text)) return null;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};
