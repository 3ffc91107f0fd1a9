import { ofOthers } from '../mapping/beside-postings.ts';
import { fieldOf } from '../mapping/field-of.ts';
import type { Field } from '../mapping/field.ts';

const inSmallLetters = (keys: readonly string[]) => new Set(keys.map((key) => key.toLowerCase()));
/** The keys below which job boards and exports have postings, and nothing else. */
const ofPostings = inSmallLetters([
  ...[
    'jobs',
    'postings',
    'job_postings',
    'jobPostings',
    'positions',
    'vacancies',
    'offers',
    'openings',
    'ads',
  ],
]);
/** The keys below which they have them as well, and a posting has lists of its own. */
const ofAnything = inSmallLetters([
  ...[
    'results',
    'items',
    'data',
    'records',
    'rows',
    'list',
    'content',
    'hits',
    'entries',
    'elements',
    '@graph',
  ],
]);
/** How many objects may be around a list: data.search.results has three; in a posting an array lies anywhere. */
export const MOST_DEPTH = 3;

/**
 * An array of objects: its key, the keys of its first element, and the fields that the objects around it have as a
 * text, from the outermost on.
 */
export type List = { key: string; names: ReadonlySet<string>; around: readonly ReadonlySet<Field>[] };

const leading = ['title', 'description'] as const;
const means = (names: Iterable<string>): Set<Field | undefined> =>
  new Set([...names].map((name) => fieldOf(name)?.field));

const isWhole = (fields: ReadonlySet<Field | undefined>): boolean =>
  leading.every((field) => fields.has(field));

/** Whether it is told from others by an id or an address. */
const isIdentified = (fields: ReadonlySet<Field | undefined>): boolean =>
  fields.has('sourceId') || fields.has('url');

/** Whether what an array is within is a whole posting: it has an id, or an address where the elements have neither. */
const isWithinWhole = ({ around, names }: List): boolean => {
  const isTold = isIdentified(means(names));
  return around.some(
    (fields) => isWhole(fields) && (fields.has('sourceId') || (fields.has('url') && !isTold)),
  );
};

/** The same of one that has a title or a description that the elements lack. */
const isWithinPosting = (list: List): boolean => {
  const own = means(list.names);
  const hasMore = (fields: ReadonlySet<Field>) =>
    leading.some((field) => fields.has(field) && !own.has(field));
  return isWithinWhole(list) || list.around.some(hasMore);
};

/** Whether an array is what its file is about, and what is around it none of the postings. */
export const isListOfPostings = (list: List): boolean => {
  const key = list.key.toLowerCase();
  if (ofPostings.has(key)) return !isWithinWhole(list);
  if (ofAnything.has(key)) return !isWithinPosting(list);
  // Of a key that is not known the elements have to show it, and nothing around them may be the posting.
  const isShown = isWhole(means(list.names)) && !ofOthers.has(key);
  return isShown && !list.around.some((fields) => fields.has('title'));
};

/** Whether an array has postings by a key that means nothing else, or that is not known and elements that show it. */
export const isPostings = ({ key, names }: Pick<List, 'key' | 'names'>): boolean => {
  const own = means(names);
  if (ofPostings.has(key.toLowerCase())) return own.has('title') && (isWhole(own) || isIdentified(own));
  return isWhole(own) && !ofOthers.has(key.toLowerCase());
};

/** Whether an array in what is taken for one posting has postings itself, so that one or the other would be lost. */
export const hasPostings = (list: List): boolean =>
  isPostings(list) && (ofPostings.has(list.key.toLowerCase()) || !isWithinPosting(list));

/** Whether an array next to that of the postings holds postings as well: by its key, or by theirs. */
export const isAlike = (
  { key, names }: Pick<List, 'key' | 'names'>,
  postings: Pick<List, 'key' | 'names'>,
): boolean => {
  const name = key.toLowerCase();
  if (ofPostings.has(name)) return true;
  if (ofOthers.has(name)) return false;
  const common = [...names].filter((each) => postings.names.has(each));
  // It lacks what the first of the others has.
  if (common.length > 2 && common.length === names.size && means(names).has('title')) return true;
  const isMostOf = (of: ReadonlySet<string>) => common.length * 3 >= of.size * 2;
  if (name === postings.key.toLowerCase()) return common.length > 0 && isMostOf(names);
  const [shared, theirs] = [means(common), means(postings.names)];
  const hasLeading = leading.every((field) => !theirs.has(field) || shared.has(field));
  return common.length > 1 && hasLeading && isMostOf(postings.names);
};
