import { flatten, MOST_DEPTH } from './flatten.ts';
import type { Value } from './posting-of.ts';

const MOST_PLACES = 100;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What is on the way to a column, once for each object of a list; of two lists the first ones are together. */
const branches = (value: unknown, path: string, columns: readonly string[], depth: number): unknown[] => {
  if (!isObject(value)) return [value];
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) {
    // A list of texts is one text.
    if (!value.some(isObject)) return [value];
    const some = value.slice(0, MOST_PLACES);
    return some.flatMap((one) => branches(one, path, columns, depth + 1)).slice(0, MOST_PLACES);
  }
  const ways = Object.entries(value).flatMap(([key, below]): [string, unknown[]][] => {
    const way = path === '' ? key : `${path}.${key}`;
    const isOnWay = columns.some((column) => column === way || column.startsWith(`${way}.`));
    return isOnWay ? [[key, branches(below, way, columns, depth + 1)]] : [];
  });
  const length = Math.max(1, ...ways.map(([, all]) => all.length));
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(ways.map(([key, all]) => [key, all.length === 1 ? all[0] : all[at]])),
  );
};

/**
 * The values of some columns of a JSON object, once for each object of a list on the way to them, a hundred times at
 * most: `locations: [{ city: "Berlin" }, { city: "Paris" }]` has two values of `locations.city`.
 */
export const eachPlace = (row: object, columns: readonly string[]): Map<string, Value>[] =>
  branches(row, '', columns, 0).filter(isObject).map(flatten);
