import { fieldOf } from '../mapping/field-of.ts';
import type { Field } from '../mapping/field.ts';
import { isAlike, isListOfPostings, MOST_DEPTH, type List } from './list-of-postings.ts';
import { keyAt, objectKeys } from './object-keys.ts';

/** Where postings are in a JSON object, and what their keys are, by which those in other arrays of it are known. */
export type ArrayBelow = Pick<List, 'key' | 'names'> & {
  at: number;
  /** The fields that what is around it says of them all, as of one employer: nobody reads them. */
  beside: readonly Field[];
};

const opening = new Map([
  ['}', '{'],
  [']', '['],
]);

/**
 * Arrays of objects around which only objects are. Each character is looked at a constant number of times: reading
 * ends where a bracket closes what another one opened, so that no array goes on in the next.
 */
const candidatesIn = (beginning: string): (Omit<ArrayBelow, 'beside'> & List)[] => {
  const found: (Omit<ArrayBelow, 'beside'> & List)[] = [];
  const objects: Set<Field>[] = [];
  const open: string[] = [];
  // How many of them are of arrays; what is within one is none of the object's own.
  let arrays = 0;
  let key = '';
  for (let at = 0; at < beginning.length; at += 1) {
    const char = beginning[at]!;
    if (char === '"') {
      const read = keyAt(beginning, at);
      at = read.end;
      if (!read.key || arrays > 0) continue;
      key = read.key.name;
      const field = fieldOf(key)?.field;
      // Each name once, however often it comes: what is around an array is looked at for each.
      if (field && (read.key.isText || field === 'sourceId')) objects.at(-1)?.add(field);
    } else if (char === ',') key = '';
    else if (char === '[') {
      const first = /^\s*\{/.exec(beginning.slice(at + 1, at + 100));
      if (arrays === 0 && first && objects.length <= MOST_DEPTH)
        found.push({ at, key, names: objectKeys(beginning, at + first[0].length), around: [...objects] });
      arrays += 1;
      open.push(char);
    } else if (char === '{') {
      if (arrays === 0) objects.push(new Set());
      open.push(char);
    } else if (char === '}' || char === ']') {
      if (open.pop() !== opening.get(char)) break;
      if (char === ']') arrays -= 1;
      else if (arrays === 0) objects.pop();
    }
  }
  return found;
};

// Title, text, id and address are those of the page or the feed.
const ofAll: ReadonlySet<Field> = new Set<Field>([
  ...(['organization', 'location', 'city', 'region', 'country', 'language', 'salaryCurrency'] as const),
  ...(['salaryPeriod', 'datePosted', 'employmentType', 'seniority', 'workplace'] as const),
]);

/**
 * Finds the array of objects below a key of a JSON object, like `{"meta": …, "jobs": [`: only objects are around it,
 * and its key is one of those that hold postings.
 * @param beginning the beginning of the object
 * @returns where the first such array is; null where there is none in the beginning
 */
export const arrayBelowKey = (beginning: string): ArrayBelow | null => {
  const found = candidatesIn(beginning);
  const usual = found.find(isListOfPostings);
  if (!usual) return null;
  const { at, key, names, around } = found.find((one) => one === usual || isAlike(one, usual))!;
  const beside = new Set(around.flatMap((fields) => [...fields]).filter((field) => ofAll.has(field)));
  return { at, key, names, beside: [...beside] };
};
