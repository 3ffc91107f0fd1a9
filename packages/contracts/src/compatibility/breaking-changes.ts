import type { JsonSchema } from '../json-schema.ts';
import type { SchemaUse } from '../schemas.ts';
import { forBoth, type BreakingChange, type Compare } from './change.ts';
import { objectChanges } from './objects.ts';
import { membersOf, unionChanges } from './unions.ts';
import { valueChanges } from './values.ts';

export type { BreakingChange } from './change.ts';

// Keywords for people, and those that the other files of this folder compare.
const understood = new Set(
  (
    '$schema $id title description examples default deprecated type const enum minimum exclusiveMinimum minLength ' +
    'minItems minProperties maximum exclusiveMaximum maxLength maxItems maxProperties pattern format multipleOf ' +
    'uniqueItems properties required additionalProperties propertyNames items anyOf oneOf'
  ).split(' '),
);

// A keyword that this comparison does not support must not change unnoticed.
const unknownChanges: Compare = (released, present, path) =>
  [...new Set([...Object.keys(released), ...Object.keys(present)])]
    .filter((keyword) => !understood.has(keyword))
    .filter((keyword) => JSON.stringify(released[keyword]) !== JSON.stringify(present[keyword]))
    .flatMap((keyword) => forBoth(path, `${keyword} changed, which cannot be compared`));

const innerChanges = (released: JsonSchema, present: JsonSchema, keyword: string, path: string) => {
  const was = released[keyword] as JsonSchema | undefined;
  const is = present[keyword] as JsonSchema | undefined;
  return was || is ? compare(was ?? {}, is ?? {}, path) : [];
};

const compareOne: Compare = (released, present, path) => [
  ...valueChanges(released, present, path),
  ...objectChanges(released, present, path, compare),
  ...innerChanges(released, present, 'items', `${path}[]`),
  ...innerChanges(released, present, 'propertyNames', `${path}{key}`),
  ...unknownChanges(released, present, path),
];

const compare: Compare = (released, present, path) => {
  const before = membersOf(released);
  const now = membersOf(present);
  return before.length === 1 && now.length === 1
    ? compareOne(before[0]!, now[0]!, path)
    : unionChanges(before, now, path, compareOne);
};

/**
 * The changes that break clients of the released schema. Within a major version a schema only ever grows by optional
 * fields: a shared shape may become neither narrower nor wider (a new member of an enum or a union breaks readers, who
 * refuse values that they do not know); a request may become wider, since only we read it.
 * @returns one entry for each change and party, with the path of the field (`tags[].label`); empty when compatible
 */
export const breakingChanges = (
  released: JsonSchema,
  present: JsonSchema,
  use: SchemaUse = 'shared',
): BreakingChange[] =>
  compare(released, present, '').filter(({ breaks }) => use === 'shared' || breaks === 'writers');
