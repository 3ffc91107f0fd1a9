import type { Location } from '@skillstream/contracts';
import { areasOf } from './area.ts';
import { withoutNoise } from './noise/without-noise.ts';
import { isPlace, placeWordsOf } from './place.ts';
import { fields, fillers, folded, isCommonPerson, isPerson, levels, marks } from './vocabulary.ts';
import { wordsOf } from './words.ts';

// Words of a title, and words of a job in it; what is longer is the first line of a text.
const LONGEST = 14;
const MOST_WORDS = 10;
const MOST_AREAS = 10;
// How many of a job there are, or which: "(2)", "#4"; no level.
const count = /\(\d+\)|#\d+/g;
const dash = /\s[-–—]+\s|\|+/;
const separator = /[(),|/[\]]/;
// "Full-Stack", "front end" and "Backend" are spelled in three ways each.
const joined = (title: string): string =>
  title.replace(count, ' ').replace(/\b(full|front|back)[ -](?=(?:stack|end)\b)/gi, '$1');

/** The parts of a title, and whether a dash is before them. */
const partsOf = (title: string): Array<[part: string, isBehindDash: boolean]> =>
  title
    .split(dash)
    .flatMap((run, at) =>
      run.split(separator).map((part, nth): [string, boolean] => [part, at > 0 && nth === 0]),
    );

const isField = (part: string): boolean => {
  const words = wordsOf(part).map(folded);
  return words.length > 0 && words.every((word) => fields.has(word));
};
/** "Front-End, Back-End & DevOps", without saying what they are. */
const listsFields = (title: string): boolean =>
  !wordsOf(title).some((word) => isPerson(folded(word))) &&
  joined(title.replace(inBrackets, ' ')).split(between).filter(isField).length > 1;

const inBrackets = /\([^()]*\)/g;
const between = /[,;&+]| and /;
const offers = /\b(?:jobs|openings|others|positions|roles)\b/i;
/** "Backend and Frontend Engineers", or persons on both sides of a comma. */
const isSeveral = (title: string): boolean => {
  const parts = title.replace(inBrackets, ' ').split(between).map(wordsOf);
  const named = parts.filter((words) => words.some((word) => isCommonPerson(folded(word))));
  const isPlural = named.some((words) =>
    words.some((word) => word.endsWith('s') && isCommonPerson(folded(word))),
  );
  return offers.test(title) || named.length > 1 || (parts.length > 1 && isPlural) || listsFields(title);
};

const isOwner = (words: readonly string[], organization: ReadonlySet<string>): boolean =>
  words.length > 0 && words.every((word) => organization.has(word));

/**
 * Of a headline the runs between dashes that name a job: "Acme | Cook | $90k" names one in its second. A run of many
 * words is a sentence.
 */
const withoutSentences = (title: string): string =>
  title
    .split(dash)
    .filter((run) => {
      const words = wordsOf(run);
      return words.length <= LONGEST && words.some((word) => isPerson(folded(word)));
    })
    .join(' | ');

/** "Acme | Cook" is the title "Cook"; with more parts it is a headline. */
const withoutOrganization = (title: string, organization: ReadonlySet<string>): string => {
  const [owner = '', rest, ...more] = title.split(dash);
  if (!isOwner(wordsOf(owner), organization) || rest === undefined || more.length > 0) return title;
  return wordsOf(rest).some((word) => isPerson(folded(word))) ? rest : title;
};

const terms = /\b(?:on-?site|full-?time|visa|h-?1b|interns?|https?|remote ok)\b/i;
/** Whether it is the head of an advertisement instead of a title, like "Acme | Berlin | ONSITE". */
const isHeadline = (title: string, organization: ReadonlySet<string>): boolean =>
  (title.includes('|') && terms.test(title)) ||
  title.includes('://') ||
  wordsOf(title).length > LONGEST ||
  partsOf(title).some(([part]) => isOwner(wordsOf(part), organization));

/** What a title says: of which job, at which level, and where. */
export type Title = {
  /** The words of the job, sorted, without level, place and fillers; empty where the title names no job. */
  job: string[];
  /** Of the words of the job those behind a dash that the text never says: shops and districts, most often. */
  unspoken: string[];
  /** The words of the level, sorted: "senior", "staff", "2". */
  level: string[];
  /** The countries, by their codes, and regions like "EMEA" that the title names, sorted; 10 at most. */
  areas: string[];
  /** Whether it names several jobs: "Engineers", "Designer and Analyst". */
  several: boolean;
};

const areasIn = (title: string, organization: ReadonlySet<string>): string[] =>
  [
    ...new Set(
      partsOf(title).flatMap(([part]) => (isOwner(wordsOf(part), organization) ? [] : areasOf(part))),
    ),
  ]
    .sort()
    .slice(0, MOST_AREAS);

/**
 * Reads a title. A part of it between dashes, commas or in brackets that is only a place is left out.
 * @param given the title of a posting
 * @param location where the posting is: its city, region and country are places in the title too
 * @param said the words of the posting's text
 * @param organization the words of the organization's name, which are no words of the job
 */
export const readTitle = (
  given: string,
  location: Location,
  said: ReadonlySet<string>,
  organization: ReadonlySet<string>,
): Title => {
  const named = withoutOrganization(given, organization);
  // "Full-time" tells a headline, and a sentence is as long as it was written.
  const isHead = isHeadline(named, organization);
  const title = withoutNoise(isHead ? withoutSentences(named) : named, location.country);
  const several = isSeveral(isHead ? named : title);
  const places = placeWordsOf(location);
  const job = new Set<string>();
  const behind = new Set<string>();
  const level = new Set<string>();
  for (const [part, isBehindDash] of partsOf(joined(title))) {
    const words = wordsOf(part);
    if (isOwner(words, organization)) continue;
    const folds = words.map(folded);
    const names = folds.some(isPerson);
    if (!names && isPlace(part, places)) continue;
    for (const word of folds) {
      if (levels.has(word) || marks.has(word)) level.add(word);
      if (levels.has(word) || marks.has(word) || fillers.has(word) || places.has(word)) continue;
      job.add(word);
      if (isBehindDash && !names && !said.has(word)) behind.add(word);
    }
  }
  // Where nobody is named, what names no person is the head of an advertisement.
  const isTitle =
    !(isHead && several) &&
    job.size <= MOST_WORDS &&
    (organization.size > 0 || several || [...job].some(isPerson));
  return {
    job: isTitle ? [...job].sort() : [],
    unspoken: [...behind].sort(),
    level: [...level].sort(),
    areas: areasIn(named, organization),
    several,
  };
};
