import { EDGE, END, noise, type NoiseRule } from './rule.ts';

/** Which letters, or words, are a man's and a woman's of one language: "h" with "w" is hardware. */
const couples: ReadonlyArray<readonly [string, string]> = [
  ['m', 'f'],
  ['m', 'w'],
  ['m', 'v'],
  ['m', 'k'],
  ['h', 'f'],
  ['h', 'm'],
  ['männlich', 'weiblich'],
  ['homme', 'femme'],
  ['hombre', 'mujer'],
  ['uomo', 'donna'],
  ['male', 'female'],
];
const MARK =
  '(?:männlich|weiblich|diverse?|div|homme|femme|hombre|mujer|uomo|donna|male|female|non-?binary|nb|gn|[mfwdxvkhin])';

/**
 * "m/w/d", "H/F", "w/m/div.": for both, with others or without. "M-F" is from Monday to Friday.
 */
const marks: NoiseRule = {
  pattern: new RegExp(String.raw`${EDGE}${MARK}(?:\.? ?[/|,:;*_–-] ?${MARK}){1,5}${END}`, 'giu'),
  to: ([found]) => {
    const named = new Set(found.toLowerCase().match(/\p{L}+/gu));
    const isBoth = couples.some(([man, woman]) => named.has(man) && named.has(woman));
    return isBoth && (named.size > 2 || /[/|]/.test(found) || named.has('h')) ? ' ' : null;
  },
};

const ALL = '(?:all|any|every|alle|tous|toutes|todos|todas|tutti|wszystkie)(?: les| los| the)?';
const GENDERS = '(?:genders?|geschlechter|genres|sexes|g[ée]neros|generi|płcie)';

// What is attached to a word of three letters at least, in small letters: "/IN" is a state, "acme.com/a" an address.
const LETTERS = String.raw`(?=[:*_·•/(.I-])(?<=(?:^|[^\p{L}\p{N}.])[\p{L}:*_·•]{3,60})`;
const attached = (pattern: string, to = ''): NoiseRule => ({
  pattern: new RegExp(LETTERS + pattern, 'gu'),
  to: () => to,
});
const ROMANCE = '(?:euse|trice|rice|ière|ère|ive|tka|ka|ne|se|e|a)s?';

/** How two forms of a word end, the one that is kept first. */
const endings: ReadonlyArray<readonly [string, string]> = [
  ['', 'in'],
  ['e', 'in'],
  ['', 'innen'],
  ['mann', 'frau'],
  ['', 'a'],
  ['o', 'a'],
  ['', 'e'],
  ['', 'ne'],
  ['r', 'se'],
  ['eur', 'rice'],
  ['er', 'ère'],
  ['a', 'ka'],
];
const isForm = (kept: string, other: string): boolean =>
  endings.some(([one, two]) => {
    const stem = kept.slice(0, kept.length - one.length);
    return stem.length > 2 && kept.endsWith(one) && (other === stem + two || other === two);
  });
const pairs: NoiseRule = {
  pattern: new RegExp(String.raw`${EDGE}(\p{L}{3,60})(?: ?/ ?-?| oder | bzw\.? )(\p{L}{3,60})${END}`, 'gu'),
  to: ([, first = '', second = '']) => {
    const [one, two] = [first.toLowerCase(), second.toLowerCase()];
    if (isForm(one, two)) return first;
    return isForm(two, one) ? second : null;
  },
};

/**
 * For whom a job is: for all. A title says so by marks in brackets or without ("(m/w/d)", "H/F"), or by the forms of
 * its words: "Entwickler:in", "Technicien(ne)", "Desarrollador/a", "Specjalista/ka".
 */
export const genderRules: readonly NoiseRule[] = [
  marks,
  noise(String.raw`\( ?(?:mwd|wmd|dmw|mfd|fmd|mwx|wmx|fmx|mfx|gn|alle|divers) ?\*? ?\)`),
  noise(`${EDGE}${ALL} ${GENDERS}(?: welcome)?${END}`),
  noise(`${EDGE}(?:gender[- ]?neutral|geschlechtsneutral)${END}`),
  pairs,
  attached(String.raw`(?<=er)[:*_·•]innen(?=\p{Ll})`),
  attached(String.raw`[:*_·•]innen(?=\p{Ll})`, 'en'),
  attached(String.raw`(?:[:*_·•]-?|/-?)in(?:nen)?${END}`),
  attached(String.raw`\(-?in(?:nen)?\)`),
  attached(String.raw`(?<=e)(?:[:*_·•]|/-?)r${END}`),
  attached(String.raw`(?<=e)\(r\)`),
  attached(String.raw`(?<=er|or|ist|ent|ant|eur|är|oge)In(?:nen)?(?!\p{L})`),
  attached(String.raw`(?:[:*_·•]|/-?)${ROMANCE}${END}`),
  attached(String.raw`\(-?(?:${ROMANCE}|s)\)`),
  attached(String.raw`[.-](?:euse|trice|rice|e)${END}(?!-)`),
  attached(String.raw`-(?:ne|se)s?${END}`),
];
