import { expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse, validate } from 'graphql';
import { createSchema } from './create-schema.ts';
import { limitRules, limits } from './limits.ts';

const schema = createSchema();
const refused = (query: string): string => {
  try {
    return validate(schema, parse(query), limitRules({}))
      .map(({ message }) => message)
      .join('\n');
  } catch (error) {
    return (error as Error).message;
  }
};
const repeat = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join(' ');
const aliases = (count: number) => new RegExp(`Aliases limit of ${limits.aliases} exceeded, found ${count}`);

test('an alias counts, whatever it is of: __typename, the introspection, or a field with that alias', () => {
  expect(refused(`{ ${repeat(20, (i) => `a${i}: __typename`)} }`)).toBe('');
  expect(refused(`{ ${repeat(21, (i) => `a${i}: __typename`)} }`)).toMatch(aliases(21));
  expect(refused(`{ ${repeat(200, (i) => `a${i}: __typename`)} }`)).toMatch(aliases(200));
  expect(refused(`{ ${repeat(21, (i) => `a${i}: __schema { description }`)} }`)).toMatch(aliases(21));
  const named = `ledger { total { __typename: source } } ${repeat(20, (i) => `a${i}: __typename`)}`;
  expect(refused(`{ ${named} }`)).toMatch(aliases(21));
  const spread = `{ ledger { rows { ...R } total { ...R } } } fragment R on LedgerRow { ${repeat(11, (i) => `a${i}: __typename`)} }`;
  expect(refused(spread)).toMatch(aliases(22));
});

test('a field of the introspection has no alias, so that none is resolved twice', () => {
  const fragment = 'fragment F on __Schema { types { name } }';
  expect(refused(`{ a: __schema { ...F } b: __schema { ...F } } ${fragment}`)).toMatch(/takes no aliases/);
  expect(refused('{ __schema { a: types { name } } }')).toMatch(/takes no aliases/);
  expect(refused('{ __type(name: "Ledger") { fields { a: name } } }')).toMatch(/takes no aliases/);
  expect(refused(`{ __schema { ...F } __schema { ...F } a: __typename } ${fragment}`)).toBe('');
});

test('lists of the introspection cost their rows: what tools send passes, and a multiple of it does not', () => {
  const whole = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true });
  expect(refused(whole)).toBe('');
  const types = repeat(20, (i) => `a${i}: types { ...T }`);
  const fragment = `fragment T on __Type { kind name description fields { name description args { name type { kind name ofType {
    kind name ofType { kind name } } } } type { kind name ofType { kind name ofType { kind name } } } } }`;
  expect(refused(`{ __schema { ${types} } } ${fragment}`)).toMatch(/may cost/);
});
