import { SAMPLE_SOURCE } from '@skillstream/contracts/origin';
import { withoutUnseen } from '@skillstream/contracts/unseen';
import { isUsualCategory } from '../format/category-name.ts';
import { isPostingId, noPostingIdText } from './posting-id.ts';
import { searchOf, type Search } from './search.ts';

const MOST_NAMED = 5;
const MOST_CHARACTERS = 60;

/** A name and value of an address that the state of a page does not hold, and why where that is not its own fault. */
export type LeftOut = readonly [name: string, value: string, why?: string];

const shortened = (text: string) =>
  withoutUnseen(text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);

// A month that would be kept by itself.
const whyOf = (name: string, value: string, { from }: Search): [] | [why: string] =>
  name === 'to' && from !== undefined && searchOf({ to: value }).to !== undefined
    ? [`it is before from=${from}`]
    : [];

/** What of an address `searchOf` leaves out; of several trends, those that are not shown. */
export const leftOutOf = (raw: Readonly<Record<string, string>>): LeftOut[] => {
  const kept = searchOf(raw);
  const shown = new Set(kept.trends?.split(','));
  return Object.entries(raw).flatMap(([name, value]): LeftOut[] => {
    // The sample is held as an origin: nothing of it is left out.
    if (value === '' || (name === 'source' && value === SAMPLE_SOURCE)) return [];
    if (name !== 'trends')
      return Object.hasOwn(kept, name) ? [] : [[name, value, ...whyOf(name, value, kept)]];
    const missing = value.split(',').filter((id) => id !== '' && !shown.has(id));
    return missing.length === 0 ? [] : [[name, missing.join(',')]];
  });
};

/** What the platform has; null as long as it is not known for certain. */
export type Known = { categories: readonly string[] | null; sources: readonly string[] | null };

/**
 * What is known for certain, by what was answered: of a source that there is not, or of which it is not known yet
 * whether there is, the categories that an answer has say nothing.
 */
export const knownFor = ({ source }: Search, { categories, sources }: Known): Known => {
  const isThere = source === undefined || sources?.length === 0 || sources?.includes(source) === true;
  return { categories: isThere ? categories : null, sources };
};

/**
 * Which values of an address may be some, and are none here: a category of no skill, a source of no posting. Nothing
 * while nothing is loaded, as then every source is one of no posting.
 */
export const unknownIn = ({ category, source }: Search, { categories, sources }: Known): LeftOut[] => {
  const missing = (values: readonly string[] | null, value: string | undefined): value is string =>
    value !== undefined && values !== null && values.length > 0 && !values.includes(value);
  const found: LeftOut[] = [];
  if (missing(sources, source)) found.push(['source', source]);
  if (missing(categories, category) && !isUsualCategory(category)) found.push(['category', category]);
  return found;
};

/** Of a name that an address holds several times, the values that are not the last one, which counts. */
export const overriddenIn = (text: string): LeftOut[] => {
  const all = new URLSearchParams(text);
  const counts = new Map(all);
  return [...all].flatMap(([name, value]): LeftOut[] =>
    value === '' || value === counts.get(name) ? [] : [[name, value, 'a later one counts']],
  );
};

/** What was left out, in the order of the address: some of it is looked up, and either answer may come first. */
export const asInAddress = (
  raw: Readonly<Record<string, string>>,
  leftOut: readonly LeftOut[],
): LeftOut[] => {
  const names = Object.keys(raw);
  return leftOut.toSorted(([one], [other]) => names.indexOf(one) - names.indexOf(other));
};

/** What was left out of an address, in a sentence, and of an id that is none what one is like; null for nothing. */
export const leftOutSentence = (leftOut: readonly LeftOut[]): string | null => {
  if (leftOut.length === 0) return null;
  const named = leftOut
    .slice(0, MOST_NAMED)
    .map(([name, value, why]) => shortened(`${name}=${value}`) + (why ? ` (${why})` : ''));
  const more = leftOut.length - named.length;
  const sentence = `Left out of the address: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  const posting = leftOut.find(([name, value]) => name === 'posting' && !isPostingId(value));
  return posting ? `${sentence} ${noPostingIdText(shortened(posting[1]))}` : sentence;
};
