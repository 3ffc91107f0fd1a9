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

/**
 * Whether what an array is within is itself a posting: it has a title or a description that the elements lack, or an
 * id beside both.
 */
const isWithinPosting = ({ around, names }: List): boolean => {
  const own = means(names);
  return around.some(
    (fields) =>
      leading.some((field) => fields.has(field) && !own.has(field)) ||
      (fields.has('sourceId') && isWhole(fields)),
  );
};

/** Whether an array is what its file is about, and what is around it none of the postings. */
export const isListOfPostings = (list: List): boolean => {
  const key = list.key.toLowerCase();
  if (ofPostings.has(key)) return !list.around.some((fields) => fields.has('sourceId') && isWhole(fields));
  if (ofAnything.has(key)) return !isWithinPosting(list);
  // Of a key that is not known the elements have to show it, and nothing around them may be the posting.
  const isShown = isWhole(means(list.names)) && !ofOthers.has(key);
  return isShown && !list.around.some((fields) => fields.has('title'));
};

/**
 * Whether an array in what is taken for one posting has whole postings itself, so that one or the other would be lost.
 */
export const hasPostings = (list: List): boolean => {
  const key = list.key.toLowerCase();
  const isPossible = isWhole(means(list.names)) && !ofOthers.has(key);
  return isPossible && (ofPostings.has(key) || !isWithinPosting(list));
};

/** Whether an array next to that of the postings holds postings as well: by its key, or by theirs. */
export const isAlike = (
  { key, names }: Pick<List, 'key' | 'names'>,
  postings: Pick<List, 'key' | 'names'>,
): boolean => {
  const name = key.toLowerCase();
  if (ofPostings.has(name)) return true;
  if (ofOthers.has(name)) return false;
  const common = [...names].filter((each) => postings.names.has(each));
  const isMostOf = (of: ReadonlySet<string>) => common.length * 3 >= of.size * 2;
  if (name === postings.key.toLowerCase()) return common.length > 0 && isMostOf(names);
  const [shared, theirs] = [means(common), means(postings.names)];
  const hasLeading = leading.every((field) => !theirs.has(field) || shared.has(field));
  return common.length > 1 && hasLeading && isMostOf(postings.names);
};
