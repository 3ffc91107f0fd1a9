import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { createCounted } from './counted.ts';
import { askGraphql, post } from './graphql-client.ts';
import { startGateway } from './upstream.ts';

const analytics = createCounted();
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway({ analytics: analytics.listener });
});
afterAll(() => gateway.stop());
const ask = (query: string, variables?: Record<string, unknown>) => askGraphql(gateway.url, query, variables);
const repeat = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join(' ');

/** Each is a document that GraphQL's own rules would accept, except for the one named. */
const attacks: [what: string, document: string, refusal: RegExp][] = [
  [
    'depth: types within types',
    `{ __type(name: "Query") ${'{ ofType '.repeat(40)} { name } ${'}'.repeat(40)} }`,
    /depth limit of 16/,
  ],
  ['aliases', `{ ${repeat(21, (i) => `a${i}: ledger { idle }`)} }`, /Aliases limit of 20/],
  ['aliases of __typename alone', `{ ${repeat(21, (i) => `a${i}: __typename`)} }`, /Aliases limit of 20/],
  [
    'fields of any name that are called __typename',
    `{ ledger { rows { __typename: source } } ${repeat(20, (i) => `a${i}: __schema { __typename }`)} }`,
    /Aliases limit of 20/,
  ],
  [
    'cost: the introspection many times over',
    `{ __schema { ${repeat(20, (i) => `a${i}: types { ...T }`)} } } fragment T on __Type { kind name description fields { name description args { name type { kind name ofType {
    kind name ofType { kind name } } } } type { kind name ofType { kind name ofType { kind name } } } } }`,
    /may cost/,
  ],
  [
    'directives',
    `{ ledger { ${repeat(11, (i) => `a${i}: idle @skip(if: false) @include(if: true)`)} } }`,
    /Directives limit of 20/,
  ],
  ['a document of many tokens', `{ ledger { ${'idle '.repeat(1000)} } }`, /more that 1000 tokens/],
  [
    'texts to be tagged',
    `{ ${repeat(20, (i) => `a${i}: posting(id: "${i}") { tags { modelVersion } }`)} }`,
    /may cost/,
  ],
  [
    'circular fragments',
    '{ ledger { ...A } } fragment A on Ledger { ...B } fragment B on Ledger { ...A }',
    /Cannot spread fragment "A" within itself/,
  ],
  [
    'fragments that double each other',
    `{ ledger { ...F0 } } ${repeat(12, (i) => `fragment F${i} on Ledger { ...F${i + 1} ...F${i + 1} ...F${i + 1} }`)} fragment F12 on Ledger { idle }`,
    /maximum allowed number of nodes|may cost/,
  ],
  [
    'an introspection of lists of lists',
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    /Maximum introspection depth/,
  ],
  [
    'cost: every skill with its trend',
    '{ demand { skills { trend { skillId } } } }',
    /may cost 102100, more than 20000/,
  ],
  [
    'cost: the same query many times over',
    `{ ${repeat(6, (i) => `q${i}: demand { skills { skillId count share } }`)} }`,
    /may cost/,
  ],
];

test.each(attacks)('%s: refused with 400 before any upstream is called', async (_what, document, refusal) => {
  const before = analytics.state.asked.length;
  const { status, data, errors } = await ask(document);
  expect([status, data]).toEqual([400, undefined]);
  expect(errors!.map(({ message }) => message).join('\n')).toMatch(refusal);
  expect(errors!.every(({ extensions }) => extensions.code === 'invalid-input')).toBe(true);
  expect(analytics.state.asked).toHaveLength(before);
});

test('cost considers variables: the same document passes with a small top and not with a large one', async () => {
  const document = 'query ($top: Int) { demand(top: $top) { skills { skillId trend { skillId } } } }';
  expect((await ask(document, { top: 3 })).errors).toBeUndefined();
  const { status, errors } = await ask(document, { top: 1000 });
  expect([status, errors![0]!.message]).toEqual([400, expect.stringContaining('more than 20000')]);
});

test('a body larger than 64 KB is not read, whatever is large in it', async () => {
  const query = '{ ledger { idle } }';
  const huge = { query: `${query} # ${'x'.repeat(70_000)}` };
  for (const body of [huge, { query, variables: { x: 'y'.repeat(70_000) } }]) {
    const response = await post(gateway.url, JSON.stringify(body));
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'too-large' }]);
  }
});

test('names of an object’s insides in variables change nothing', async () => {
  const document =
    'query ($__proto__: Int, $constructor: Int) { demand(top: $__proto__) { skills { skillId } } }';
  const variables =
    '{"__proto__":2,"constructor":{"prototype":{"polluted":1}},"x":{"__proto__":{"polluted":1}}}';
  const body = `{"query":${JSON.stringify(document)},"variables":${variables},"__proto__":{"polluted":1}}`;
  const response = await post(gateway.url, body);
  expect(response.status).toBe(400);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(
    (await ask('{ demand(top: 2) { skills { skillId } } }', JSON.parse(variables))).errors,
  ).toBeUndefined();
});

test('the introspection that tools send is answered, and stays within the limits', async () => {
  const { status, data, errors } = await ask(
    getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
  );
  expect([status, errors]).toEqual([200, undefined]);
  const { types } = (data as { __schema: { types: { name: string }[] } }).__schema;
  expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining(['Query', 'DemandAnswer', 'Change']));
});

test('an operation within the limits sends no more than 200 requests to upstreams', async () => {
  const before = analytics.state.asked.length;
  const { errors } = await ask('{ demand(top: 190) { skills { trend(via: FACTS) { skillId } } } }');
  expect(errors).toBeUndefined();
  expect(analytics.state.asked.length - before).toBeLessThanOrEqual(200);
  expect(analytics.state.mostAtOnce).toBeLessThanOrEqual(8);
});
