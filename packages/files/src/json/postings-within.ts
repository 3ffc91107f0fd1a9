import { fieldOf } from '../mapping/field-of.ts';
import type { Field } from '../mapping/field.ts';
import { hasPostings, MOST_DEPTH } from './list-of-postings.ts';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textFields = (value: object): Set<Field> => {
  const found = new Set<Field>();
  for (const [key, own] of Object.entries(value)) {
    const field = fieldOf(key)?.field;
    if (field && (typeof own === 'string' || field === 'sourceId')) found.add(field);
  }
  return found;
};

// The first of a list may be another thing, like the page in a graph.
const MOST_ELEMENTS = 100;

/**
 * The way to a list of postings in a JSON value that would be taken for one posting, like a page of results on each
 * line of a file, or a list whose beginning lies further in than what the layout of a file is found by.
 * @returns the keys to it with dots between them, null where there is none
 */
export const postingsWithin = (value: object): string | null => {
  const look = (at: object, way: readonly string[], outside: readonly Set<Field>[]): string | null => {
    const around = [...outside, textFields(at)];
    for (const [key, own] of Object.entries(at)) {
      const here = [...way, key];
      const elements: object[] = Array.isArray(own) ? own.slice(0, MOST_ELEMENTS).filter(isObject) : [];
      const isList = (one: object) => hasPostings({ key, names: new Set(Object.keys(one)), around });
      if (elements.some(isList)) return here.join('.');
      const [inner] = isObject(own) ? [own] : elements;
      const below = inner && here.length < MOST_DEPTH ? look(inner, here, around) : null;
      if (below !== null) return below;
    }
    return null;
  };
  return look(value, [], []);
};
