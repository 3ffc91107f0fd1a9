import { pathBelow } from './path-below.ts';
import type { Value } from './posting-of.ts';

/** How many objects and lists within each other are looked into. */
export const MOST_DEPTH = 4;
const MOST_VALUES = 1000;

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * The values of a JSON object by the way to each: `company.name`. The first of a list stands for it, and a list of
 * texts is one text.
 */
export const flatten = (row: object): Map<string, Value> => {
  const values = new Map<string, Value>();
  const add = (path: string, value: unknown, depth: number): void => {
    if (values.size >= MOST_VALUES || value === null || value === undefined) return;
    if (isValue(value)) return void values.set(path, value);
    if (depth >= MOST_DEPTH || typeof value !== 'object') return;
    if (!Array.isArray(value)) return addAll(path, value, depth + 1);
    if (value.length > 0 && value.every(isValue)) values.set(path, value.slice(0, MOST_VALUES).join(', '));
    else add(path, value[0], depth + 1);
  };
  const addAll = (path: string, object: object, depth: number): void => {
    for (const [key, value] of Object.entries(object))
      if (!key.startsWith('@')) add(pathBelow(path, key), value, depth);
  };
  addAll('', row, 0);
  return values;
};
