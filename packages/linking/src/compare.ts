import { similarityOf } from './min-hash.ts';
import { isSameOrganization } from './organization.ts';
import { TELLING, type Signature } from './signature.ts';
import type { Title } from './title.ts';
import { marks } from './vocabulary.ts';

/** How two postings of one job differ, from the least to the most; `none`: they are of two jobs. */
export const linkClasses = ['full', 'repost', 'places', 'partial', 'none'] as const;
export type LinkClass = (typeof linkClasses)[number];

/** What the class came of. */
type Evidence = {
  organization: 'same' | 'other' | 'unknown';
  country: 'same' | 'other' | 'unknown';
  /** `alike`: of several jobs, half of all words are common; `longer`: one has the words, or levels, of the other. */
  title: 'same' | 'alike' | 'longer' | 'other' | 'unknown';
  /** The share of the roles named by either text that both name; null where one names none. */
  roles: number | null;
  place: 'same' | 'other';
  text: 'same' | 'other';
  days: number;
};
export type Comparison = { class: LinkClass; similarity: number; evidence: Evidence };

/** The least similarity, chosen on labelled pairs: docs/duplicates.md. */
export const thresholds = {
  /** A text of less than 300 words, of which little is about the company: the titles name one job, or the texts do. */
  named: 0.38,
  /** A short one without a title, or with several jobs. */
  short: 0.45,
  /** A long one. */
  long: 0.65,
  /** A long one with several jobs, or without a title. */
  untitled: 0.55,
  /** The texts name other roles, the country of one is not known, or one title says more than the other. */
  other: 0.75,
};
export type Thresholds = Record<keyof typeof thresholds, number>;
const SHORT = 300;
const SAME_ROLES = 0.4;
const ALL_ROLES = 0.75;
const SAME_JOBS = 0.5;
const REPOST_DAYS = 7;
/** The next advertisement but one, a month each. */
const RECENT_DAYS = 62;
const DAY = 24 * 60 * 60 * 1000;

/** A signature without the hashes of its text. */
type Named = Omit<Signature, 'minHash'>;

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);
const without = (words: readonly string[], others: readonly string[]): string[] =>
  words.filter((word) => !others.includes(word));

const commonOf = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.includes(word)).length;
/** Whether all of one, which are some, are among the other. */
const isPart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && commonOf(a, b) === Math.min(a.length, b.length);
const inCommon = (a: readonly string[], b: readonly string[]): number | null => {
  if (a.length === 0 || b.length === 0) return null;
  const common = commonOf(a, b);
  return common / (a.length + b.length - common);
};

const isShort = (a: Named, b: Named): boolean => Math.min(a.length, b.length) < SHORT;
const isCountry = (area: string | null): boolean => area?.length === 2;
const isAdvertisement = ({ title }: Named): boolean => title.job.length === 0;
const countriesOf = ({ country, title }: Named): string[] => [
  ...title.areas.filter(isCountry),
  ...(country === null ? [] : [country]),
];

/** Whether a title names an area that is not the country of the posting. */
const namesElsewhere = ({ country, title }: Named): boolean => title.areas.some((area) => area !== country);

/**
 * An advertisement without a title may name several places, of which the location is one: two are in the same country
 * when they have one in common, and may be when one names none. A posting with a title whose country is not known is
 * for another region, most often, but where it is short: there the place was not understood, most often.
 */
const compareCountries = (a: Named, b: Named): Evidence['country'] => {
  if (a.country === b.country) return 'same';
  const isHead = isAdvertisement(a) || isAdvertisement(b);
  const [one, other] = [countriesOf(a), countriesOf(b)];
  if (isHead && commonOf(one, other) > 0) return 'same';
  const isUnnamed = (one.length === 0 || other.length === 0) && !namesElsewhere(a) && !namesElsewhere(b);
  const mayBeUnnamed = isHead || (isShort(a, b) && equal(a.title.job, b.title.job));
  return isUnnamed && mayBeUnnamed ? 'unknown' : 'other';
};

const areaOf = ({ areas }: Title): string | null => (areas.length === 1 ? areas[0]! : null);
/**
 * Whether the titles name other places of the world. A country in one is compared with where the other is, a region
 * with a region: it may hold the country.
 */
const isOtherArea = (a: Signature, b: Signature): boolean => {
  const [one, other] = [areaOf(a.title), areaOf(b.title)];
  const isHead = isAdvertisement(a) || isAdvertisement(b);
  if (isHead && commonOf(countriesOf(a), countriesOf(b)) > 0) return false;
  if (isHead && compareCountries(a, b) === 'unknown') return false;
  if (isCountry(one) || isCountry(other)) {
    if (one !== null && other !== null && !(isCountry(one) && isCountry(other))) return false;
    return (one ?? a.country) !== (other ?? b.country);
  }
  return one !== other;
};

/** Without the places of both: one may name in the title what the other has in its location. */
const withoutPlaces = (title: Title, places: readonly string[]): Title => ({
  ...title,
  job: without(title.job, places),
});

/** "Mid or Senior", and "Senior"; the night shift is another job. */
const isMoreLevels = ({ level: a }: Title, { level: b }: Title): boolean =>
  isPart(a, b) && ![...without(a, b), ...without(b, a)].some((word) => marks.has(word));

const compareTitles = (a: Title, b: Title, isSamePlace: boolean): Evidence['title'] => {
  const isUntitled = a.job.length === 0 && b.job.length === 0;
  if (isUntitled && a.level.length > 0 && b.level.length > 0 && !equal(a.level, b.level)) return 'other';
  if (a.job.length === 0 || b.job.length === 0) return 'unknown';
  if (equal(a.job, b.job) && equal(a.level, b.level)) return a.several && b.several ? 'alike' : 'same';
  if (!equal(a.level, b.level)) return equal(a.job, b.job) && isMoreLevels(a, b) ? 'longer' : 'other';
  if (a.several || b.several) {
    if (inCommon(a.job, b.job)! >= SAME_JOBS) return 'alike';
    const ofShorter = commonOf(a.job, b.job) / Math.min(a.job.length, b.job.length);
    return a.several && b.several && ofShorter >= SAME_JOBS ? 'unknown' : 'other';
  }
  // What only the title says may be a shop; at one place it is a team.
  if (!isSamePlace && equal(without(a.job, a.unspoken), without(b.job, b.unspoken))) return 'same';
  return isPart(a.job, b.job) ? 'longer' : 'other';
};

const compareOrganizations = (a: string | null, b: string | null): Evidence['organization'] => {
  if (a === null || b === null) return 'unknown';
  return isSameOrganization(a, b) ? 'same' : 'other';
};

/** Whether two postings may be of one organization and one country, as far as both say. */
export const mayBeTogether = (a: Named, b: Named): boolean =>
  compareOrganizations(a.organization, b.organization) !== 'other' && compareCountries(a, b) !== 'other';

const leastSimilarity = (
  { country, title, roles, days }: Evidence,
  length: number,
  least: Thresholds,
): number => {
  const isNamed = length < SHORT && (title === 'same' || (roles !== null && roles >= ALL_ROLES));
  if (title === 'longer') return least.other;
  if (country === 'unknown') return isNamed ? least.untitled : least.other;
  if (isNamed) return least.named;
  if (title === 'unknown' && roles !== null && roles < SAME_ROLES)
    return days <= RECENT_DAYS ? least.long : least.other;
  if (length < SHORT) return least.short;
  return title === 'same' ? least.long : least.untitled;
};

/** Two advertisements of one week that name other roles: nobody writes one anew so soon. */
const isTwin = ({ text, roles, days }: Evidence): boolean =>
  text === 'other' && roles !== null && roles < SAME_ROLES && days <= REPOST_DAYS;

const mayBeOneJob = (evidence: Evidence, length: number): boolean => {
  const { organization, country, title, days } = evidence;
  if (organization === 'other' || country === 'other' || title === 'other') return false;
  // An advertisement is written anew and gets a longer title; in a long one most is a template for all teams.
  if (title === 'longer') return length >= TELLING && length < SHORT && days > REPOST_DAYS;
  if (title === 'unknown' && isTwin(evidence)) return false;
  return length >= TELLING || (organization === 'same' && title === 'same');
};

const classOf = ({ place, text, days }: Evidence): LinkClass => {
  if (place === 'other') return 'places';
  if (text === 'other') return 'partial';
  return days > REPOST_DAYS ? 'repost' : 'full';
};

/**
 * Whether two postings are of one job, and how they differ. In either order the answer is the same.
 * @param least the least similarities, for those who look for better ones
 * @returns the class; the share of the text that is common, estimated, 0 to 1; and what the class came of
 */
export const compare = (a: Signature, b: Signature, least: Thresholds = thresholds): Comparison => {
  const similarity = a.textHash === b.textHash ? 1 : similarityOf(a.minHash, b.minHash);
  const places = `${a.place} ${b.place}`.split(' ');
  const evidence: Evidence = {
    organization: compareOrganizations(a.organization, b.organization),
    country: compareCountries(a, b),
    title: isOtherArea(a, b)
      ? 'other'
      : compareTitles(
          withoutPlaces(a.title, places),
          withoutPlaces(b.title, places),
          a.place !== '' && a.place === b.place,
        ),
    roles: inCommon(a.roles, b.roles),
    place: a.place === b.place ? 'same' : 'other',
    text: a.textHash === b.textHash ? 'same' : 'other',
    days: Math.abs(Date.parse(a.datePosted) - Date.parse(b.datePosted)) / DAY,
  };
  const length = Math.min(a.length, b.length);
  const isSimilar = similarity >= leastSimilarity(evidence, length, least);
  const isOneJob = mayBeOneJob(evidence, length) && (evidence.text === 'same' || isSimilar);
  return { class: isOneJob ? classOf(evidence) : 'none', similarity, evidence };
};
