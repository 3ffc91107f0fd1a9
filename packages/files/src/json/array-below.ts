import { fieldOf } from '../mapping/field-of.ts';
import type { Field } from '../mapping/field.ts';
import { ofOthers } from '../mapping/beside-postings.ts';
import { keyAt, objectKeys } from './object-keys.ts';

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
// data.search.results has three; in a posting an array lies anywhere.
const MOST_DEPTH = 3;

/** Where postings are in a JSON object, and what their keys are, by which those in other arrays of it are known. */
export type ArrayBelow = { at: number; key: string; names: ReadonlySet<string> };
/** `around`: the fields that the objects around it have as a text, from the outermost on. */
type Candidate = ArrayBelow & { around: readonly ReadonlySet<Field>[] };

const leading = ['title', 'description'] as const;
const means = (names: Iterable<string>): Set<Field | undefined> =>
  new Set([...names].map((name) => fieldOf(name)?.field));

/**
 * Whether what an array is within is itself a posting: it has a title or a description that the elements lack, or an
 * id beside both.
 */
const isWithinPosting = ({ around, names }: Candidate): boolean => {
  const own = means(names);
  return around.some(
    (fields) =>
      leading.some((field) => fields.has(field) && !own.has(field)) ||
      (fields.has('sourceId') && leading.every((field) => fields.has(field))),
  );
};

/** Arrays of objects around which only objects are; each character is looked at a constant number of times. */
const candidatesIn = (beginning: string): Candidate[] => {
  const found: Candidate[] = [];
  const objects: Set<Field>[] = [];
  // How many brackets of arrays are open; what is within one is none of the object's own.
  let arrays = 0;
  let key = '';
  for (let at = 0; at < beginning.length; at += 1) {
    const char = beginning[at];
    if (char === '"') {
      const read = keyAt(beginning, at);
      at = read.end;
      if (!read.key || arrays > 0) continue;
      key = read.key.name;
      const field = fieldOf(key)?.field;
      // Each name once, however often it comes: what is around an array is looked at for each.
      if (field && (read.key.isText || field === 'sourceId')) objects.at(-1)?.add(field);
    } else if (char === ',') key = '';
    else if (char === ']') arrays -= 1;
    else if (char === '[') {
      const first = /^\s*\{/.exec(beginning.slice(at + 1, at + 100));
      if (arrays === 0 && first && objects.length <= MOST_DEPTH)
        found.push({ at, key, names: objectKeys(beginning, at + first[0].length), around: [...objects] });
      arrays += 1;
    } else if (arrays > 0) continue;
    else if (char === '{') objects.push(new Set());
    else if (char === '}') objects.pop();
  }
  return found;
};

/** Whether an array next to that of the postings holds postings as well: by its key, or by theirs. */
export const isAlike = (
  { key, names }: Pick<ArrayBelow, 'key' | 'names'>,
  postings: Pick<ArrayBelow, 'key' | 'names'>,
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

/**
 * Finds the array of objects below a key of a JSON object, like `{"meta": …, "jobs": [`: only objects are around it,
 * and its key is one of those that hold postings.
 * @param beginning the beginning of the object
 * @returns where the first such array is; null where there is none in the beginning
 */
export const arrayBelowKey = (beginning: string): ArrayBelow | null => {
  const found = candidatesIn(beginning);
  const isUsual = (one: Candidate): boolean => {
    const key = one.key.toLowerCase();
    if (ofPostings.has(key)) return true;
    if (ofAnything.has(key)) return !isWithinPosting(one);
    const own = means(one.names);
    // Of a key that is not known the elements have to show it, and nothing around them may be the posting.
    const isShown = leading.every((field) => own.has(field)) && !ofOthers.has(key);
    return isShown && !one.around.some((fields) => fields.has('title'));
  };
  const usual = found.find(isUsual);
  if (!usual) return null;
  const { at, key, names } = found.find((one) => one === usual || isAlike(one, usual))!;
  return { at, key, names };
};
