import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { jsonSchemaOf } from '../json-schema.ts';
import { breakingChanges } from './breaking-changes.ts';

const shape = {
  id: z.string().min(2).max(9),
  count: z.int().min(1).max(10),
  role: z.enum(['data', 'web']),
  code: z.string().regex(/^[A-Z]{2}$/),
  place: z.string().nullable(),
  note: z.string().optional(),
  tags: z.array(z.object({ label: z.string(), at: z.number() })),
  totals: z.record(z.string(), z.int()),
  inner: z.strictObject({ a: z.string() }),
};
const pay = z.object({ kind: z.literal('pay'), sum: z.number() });
const gift = z.object({ kind: z.literal('gift') });
const base = z.object({ ...shape, cause: z.discriminatedUnion('kind', [pay, gift]) });

const foundIn = (present: z.ZodType, use?: 'requests') =>
  breakingChanges(jsonSchemaOf(base), jsonSchemaOf(present), use).map(
    ({ path, message, breaks }) => `${path}: ${message} [${breaks}]`,
  );
const both = (line: string) => [`${line} [writers]`, `${line} [readers]`];

const { note: _note, ...withoutNote } = shape;
const { id: _id, ...withoutId } = shape;
const cause = base.shape.cause;

const mutations: [string, z.ZodType, string[]][] = [
  ['a required property removed', z.object({ ...withoutId, cause }), both('id: was removed')],
  ['an optional property removed', z.object({ ...withoutNote, cause }), both('note: was removed')],
  [
    'a new required property',
    base.extend({ extra: z.string() }),
    ['extra: a new required property [writers]'],
  ],
  [
    'an optional property made required',
    base.extend({ note: z.string() }),
    ['note: became required [writers]'],
  ],
  [
    'a required property made optional',
    base.extend({ id: shape.id.optional() }),
    ['id: is no longer required [readers]'],
  ],
  [
    'another type',
    base.extend({ place: z.number().nullable() }),
    ['place: the member string was removed [writers]', 'place: the member number was added [readers]'],
  ],
  [
    'an integer that became any number',
    base.extend({ count: z.number().min(1).max(10) }),
    ['count: type integer became number [readers]'],
  ],
  [
    'a value that became nullable',
    base.extend({ code: shape.code.nullable() }),
    ['code: the member null was added [readers]'],
  ],
  [
    'a value that is never null any more',
    base.extend({ place: z.string() }),
    ['place: the member null was removed [writers]'],
  ],
  [
    'a value removed from an enum',
    base.extend({ role: z.enum(['web']) }),
    ['role: value data was removed [writers]'],
  ],
  [
    'a value added to an enum',
    base.extend({ role: z.enum(['data', 'web', 'ml']) }),
    ['role: value ml was added [readers]'],
  ],
  [
    'an enum that became any text',
    base.extend({ role: z.string() }),
    ['role: values beyond the listed ones are possible now [readers]'],
  ],
  [
    'text that became an enum',
    base.extend({ note: z.enum(['a']).optional() }),
    ['note: only listed values are taken now [writers]'],
  ],
  [
    'another pattern',
    base.extend({ code: z.string().regex(/^[A-Z]{3}$/) }),
    both('code: pattern ^[A-Z]{2}$ became ^[A-Z]{3}$'),
  ],
  [
    'a pattern added',
    base.extend({ note: z.string().regex(/^x/).optional() }),
    ['note: pattern ^x was added [writers]'],
  ],
  [
    'a pattern removed',
    base.extend({ code: z.string() }),
    ['code: pattern ^[A-Z]{2}$ was removed [readers]'],
  ],
  ['a format added', base.extend({ note: z.url().optional() }), ['note: format uri was added [writers]']],
  [
    'a lower maximum',
    base.extend({ count: z.int().min(1).max(9) }),
    ['count: maximum 10 became 9 [writers]'],
  ],
  [
    'a higher maximum',
    base.extend({ count: z.int().min(1).max(11) }),
    ['count: maximum 10 became 11 [readers]'],
  ],
  [
    'a higher minimum',
    base.extend({ count: z.int().min(2).max(10) }),
    ['count: minimum 1 became 2 [writers]'],
  ],
  [
    'a length limit removed',
    base.extend({ id: z.string().min(2) }),
    ['id: maxLength 9 became none [readers]'],
  ],
  [
    'a list that must not be empty',
    base.extend({ tags: shape.tags.min(1) }),
    ['tags: minItems none became 1 [writers]'],
  ],
  [
    'a property removed from a list item',
    base.extend({ tags: z.array(z.object({ label: z.string() })) }),
    both('tags[].at: was removed'),
  ],
  [
    'another type of record value',
    base.extend({ totals: z.record(z.string(), z.string()) }),
    [
      ...both('totals.*: type integer became string'),
      'totals.*: minimum -9007199254740991 became none [readers]',
      'totals.*: maximum 9007199254740991 became none [readers]',
    ],
  ],
  [
    'a pattern for record keys',
    base.extend({ totals: z.record(z.string().regex(/^a/), z.int()) }),
    ['totals{key}: pattern ^a was added [writers]'],
  ],
  [
    'unknown properties refused',
    base.extend({ tags: z.array(z.strictObject({ label: z.string(), at: z.number() })) }),
    ['tags[].*: unknown properties are refused now [writers]'],
  ],
  [
    'unknown properties allowed',
    base.extend({ inner: z.object({ a: z.string() }) }),
    ['inner.*: unknown properties are possible now [readers]'],
  ],
  [
    'an optional property added where readers refuse unknown ones',
    base.extend({ inner: z.strictObject({ a: z.string(), b: z.string().optional() }) }),
    ['inner.b: a new property where readers take no unknown ones [readers]'],
  ],
  [
    'a member removed from a union',
    base.extend({ cause: pay }),
    ['cause: the member kind=gift was removed [writers]'],
  ],
  [
    'a member added to a union',
    base.extend({ cause: z.discriminatedUnion('kind', [pay, gift, z.object({ kind: z.literal('loan') })]) }),
    ['cause: the member kind=loan was added [readers]'],
  ],
  [
    'a change inside a member of a union',
    base.extend({ cause: z.discriminatedUnion('kind', [gift, pay.extend({ sum: z.string() })]) }),
    both('cause.sum: type number became string'),
  ],
];

describe('breaks', () => {
  test.each(mutations)('%s', (_, present, expected) => {
    expect(foundIn(present)).toEqual(expected);
  });

  test('a keyword that cannot be compared', () => {
    expect(breakingChanges({ type: 'string' }, { type: 'string', not: { const: 'x' } })).toEqual([
      { path: '', message: 'not changed, which cannot be compared', breaks: 'writers' },
      { path: '', message: 'not changed, which cannot be compared', breaks: 'readers' },
    ]);
  });
});

describe('does not break', () => {
  test.each([
    ['the same schema', base],
    ['a new optional property', base.extend({ extra: z.string().optional() })],
    [
      'a new optional property of a list item',
      base.extend({ tags: z.array(shape.tags.element.extend({ x: z.string().optional() })) }),
    ],
    [
      'a new optional property in a member of a union',
      base.extend({ cause: z.discriminatedUnion('kind', [pay.extend({ x: z.int().optional() }), gift]) }),
    ],
    ['another order of a union', base.extend({ cause: z.discriminatedUnion('kind', [gift, pay]) })],
    ['another order of an enum', base.extend({ role: z.enum(['web', 'data']) })],
    ['a description', base.extend({ id: shape.id.describe('who') })],
  ])('%s', (_, present) => {
    expect(foundIn(present)).toEqual([]);
  });
});

describe('a request, which only we read', () => {
  test('may become wider', () => {
    const wider = base.extend({
      role: z.enum(['data', 'web', 'ml']),
      count: z.int().min(0).max(99),
      id: shape.id.optional(),
      inner: z.strictObject({ a: z.string(), b: z.string().optional() }),
    });
    expect(foundIn(wider, 'requests')).toEqual([]);
  });

  test('may not become narrower', () => {
    const narrower = base.extend({ role: z.enum(['web']), extra: z.string() });
    expect(foundIn(narrower, 'requests')).toEqual([
      'role: value data was removed [writers]',
      'extra: a new required property [writers]',
    ]);
  });
});
