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
const no = ['no', 'n', 'false', 'f', '0', '0.0', 'non', 'nein', 'nao', 'não', 'nie'];

/** A boolean in words of the languages that columns' names are known in; null where it is none. */
export const readBoolean = (text: string): boolean | null => {
  const word = text.trim().toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
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

/** Where the work is done, in the words of a column; null where they are not known. */
export const readWorkplace = (text: string): Workplace | null =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
