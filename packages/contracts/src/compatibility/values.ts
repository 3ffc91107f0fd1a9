import type { JsonSchema } from '../json-schema.ts';
import { forBoth, forReaders, forWriters, type BreakingChange, type Compare } from './change.ts';

const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

const typeChanges: Compare = ({ type: was }, { type: is }, path) => {
  if (was === is) return [];
  const message = `type ${String(was ?? 'any')} became ${String(is ?? 'any')}`;
  if (is === undefined || (was === 'integer' && is === 'number')) return [forReaders(path, message)];
  if (was === undefined || (was === 'number' && is === 'integer')) return [forWriters(path, message)];
  return forBoth(path, message);
};

/** The values that a schema lists; null when it lists none. */
const listed = (schema: JsonSchema): unknown[] | null =>
  'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : null;

const enumChanges: Compare = (released, present, path) => {
  const was = listed(released);
  const is = listed(present);
  if (!was && !is) return [];
  if (!was) return [forWriters(path, 'only listed values are taken now')];
  if (!is) return [forReaders(path, 'values beyond the listed ones are possible now')];
  return [
    ...was.filter((v) => !is.includes(v)).map((v) => forWriters(path, `value ${String(v)} was removed`)),
    ...is.filter((v) => !was.includes(v)).map((v) => forReaders(path, `value ${String(v)} was added`)),
  ];
};

/** A bound as a number that grows as the schema becomes narrower. */
const tightness = (schema: JsonSchema, keyword: string, sign: 1 | -1): number =>
  typeof schema[keyword] === 'number' ? sign * schema[keyword] : -Infinity;

const boundChanges = (released: JsonSchema, present: JsonSchema, path: string, sign: 1 | -1) =>
  (sign === 1 ? lowerBounds : upperBounds).flatMap((keyword): BreakingChange[] => {
    const was = tightness(released, keyword, sign);
    const is = tightness(present, keyword, sign);
    if (was === is) return [];
    const message = `${keyword} ${String(released[keyword] ?? 'none')} became ${String(present[keyword] ?? 'none')}`;
    return [is > was ? forWriters(path, message) : forReaders(path, message)];
  });

// In general it cannot be decided which of two patterns accepts more.
const formChanges: Compare = (released, present, path) =>
  ['pattern', 'format', 'multipleOf', 'uniqueItems'].flatMap((keyword) => {
    const was = released[keyword];
    const is = present[keyword];
    if (was === is) return [];
    if (was === undefined) return [forWriters(path, `${keyword} ${String(is)} was added`)];
    if (is === undefined) return [forReaders(path, `${keyword} ${String(was)} was removed`)];
    return forBoth(path, `${keyword} ${String(was)} became ${String(is)}`);
  });

/** Compares the constraints on a value itself: type, listed values, bounds, pattern. */
export const valueChanges: Compare = (released, present, path) => [
  ...typeChanges(released, present, path),
  ...enumChanges(released, present, path),
  ...boundChanges(released, present, path, 1),
  ...boundChanges(released, present, path, -1),
  ...formChanges(released, present, path),
];
