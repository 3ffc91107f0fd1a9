import type { JsonSchema } from '../json-schema.ts';
import { forBoth, forReaders, forWriters, under, type BreakingChange, type Compare } from './change.ts';

const propertiesOf = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;
const requiredOf = (schema: JsonSchema) => new Set((schema.required ?? []) as string[]);
const isStrict = (schema: JsonSchema) => schema.additionalProperties === false;
const restOf = (schema: JsonSchema): JsonSchema | null =>
  typeof schema.additionalProperties === 'object' ? (schema.additionalProperties as JsonSchema) : null;

const addedProperty = (released: JsonSchema, required: boolean, path: string): BreakingChange[] => [
  ...(required ? [forWriters(path, 'a new required property')] : []),
  ...(isStrict(released) ? [forReaders(path, 'a new property where readers take no unknown ones')] : []),
];

const keptProperty = (was: boolean, is: boolean, path: string): BreakingChange[] => {
  if (was === is) return [];
  return [is ? forWriters(path, 'became required') : forReaders(path, 'is no longer required')];
};

const restChanges = (released: JsonSchema, present: JsonSchema, path: string, compare: Compare) => {
  const place = under(path, '*');
  const was = restOf(released);
  const is = restOf(present);
  if (was && is) return compare(was, is, place);
  if (was || is) return forBoth(place, 'what other properties may be has changed');
  if (isStrict(released) === isStrict(present)) return [];
  return isStrict(present)
    ? [forWriters(place, 'unknown properties are refused now')]
    : [forReaders(place, 'unknown properties are possible now')];
};

/** Compares properties, which of them are required, and whether others are allowed. */
export const objectChanges = (
  released: JsonSchema,
  present: JsonSchema,
  path: string,
  compare: Compare,
): BreakingChange[] => {
  const before = propertiesOf(released);
  const now = propertiesOf(present);
  const wasRequired = requiredOf(released);
  const isRequired = requiredOf(present);
  const names = new Set([...Object.keys(before), ...Object.keys(now), ...wasRequired, ...isRequired]);
  const ofProperty = (name: string): BreakingChange[] => {
    const place = under(path, name);
    if (before[name] && !now[name]) return forBoth(place, 'was removed');
    if (!before[name] && now[name]) return addedProperty(released, isRequired.has(name), place);
    const kept = keptProperty(wasRequired.has(name), isRequired.has(name), place);
    return before[name] && now[name] ? [...kept, ...compare(before[name], now[name], place)] : kept;
  };
  return [...[...names].flatMap(ofProperty), ...restChanges(released, present, path, compare)];
};
