import { getNamedType, isEnumType, isListType, isNonNullType, isObjectType, type GraphQLType } from 'graphql';
import type { Random } from '../../../packages/cli/src/sample/random.ts';
import { many, piecesOf, raw, text, type Json } from '../json.ts';
import { nameOfField, type RootField } from '../operations.ts';
import { draft, type Draft, type Manner } from '../request.ts';
import { goodWord, inTarget, names, strangeMonths, strangeTexts } from '../words.ts';
import type { Attack } from './attack.ts';

const PATH = '/graphql';
const LISTEN: Manner = { how: 'listen', holdMs: 1500 };

/** All leaves of a type, so many levels down. */
const leaves = (type: GraphQLType, levels: number): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const inner = Object.values(named.getFields()).flatMap(({ name, type: of, args }) => {
    if (!isObjectType(getNamedType(of))) return [name];
    return levels > 1 && args.length === 0 ? [`${name}${leaves(of, levels - 1)}`] : [];
  });
  return `{${['__typename', ...inner].join(' ')}}`;
};

type Asked = { query: string; variables: Record<string, Json> };

/** A field with all its arguments as variables. */
const asked = ({ kind, field }: RootField, random: Random): Asked => {
  const { name, args, type } = field;
  const variables: Record<string, Json> = {};
  for (const arg of args) {
    const inner = getNamedType(arg.type);
    if (!isNonNullType(arg.type) && random.chance(0.6)) continue;
    if (isEnumType(inner)) variables[arg.name] = random.pick(inner.getValues().map((value) => value.name));
    else if (String(inner) === 'Int') variables[arg.name] = random.pick([1, 10, 50]);
    else if (arg.name === 'from') variables[arg.name] = '2010-01';
    else if (arg.name === 'to') variables[arg.name] = '2024-12';
    else if (arg.name === 'country') variables[arg.name] = 'DE';
    else variables[arg.name] = goodWord(random, arg.name === 'skillId' ? 'id' : arg.name, {});
  }
  if (variables.by === 'PERIOD') Object.assign(variables, { a: '2024-01..2024-06', b: '2024-07..2024-12' });
  const heads = args.map((arg) => `$${arg.name}:${arg.type}`).join(' ');
  const passed = args.map((arg) => `${arg.name}:$${arg.name}`).join(' ');
  const select = leaves(isListType(type) ? type.ofType : type, 3);
  const query = `${kind} Q${heads ? `(${heads})` : ''}{${name}${passed ? `(${passed})` : ''}${select}}`;
  return { query, variables };
};

const post = (body: Json, manner?: Manner): Draft => {
  const usual = draft('POST', PATH, { json: piecesOf(body), ...(manner && { manner }) });
  return manner ? { ...usual, headers: [...usual.headers, ['Accept', 'text/event-stream']] } : usual;
};

const illTyped = (mark: string): Json[] => [
  ...[
    'x',
    '',
    mark,
    5,
    -1,
    0,
    1e3,
    1.5,
    true,
    null,
    [],
    {},
    [[1]],
    { [mark]: 1 },
    raw('1e400'),
    raw('99999999999'),
  ],
  ...[...names, ...strangeTexts, ...strangeMonths].map((word): Json => word),
  text(many('x', 30_000)),
  raw(many('[', 20_000), many(']', 20_000)),
];

/** Each field of the schema: as it should be, with variables that are ill-typed or wrong, and by GET. */
export const fieldAttacks = (root: RootField): Attack[] => {
  const operation = nameOfField(root);
  const manner = root.kind === 'subscription' ? LISTEN : undefined;
  const attack = (name: string, make: Attack['draft']): Attack => ({ operation, name, draft: make });
  const attacks = [
    attack('as it should be', (random) => post(asked(root, random), manner)),
    attack('by GET', (random) => {
      const { query, variables } = asked(root, random);
      return draft(
        'GET',
        `${PATH}?query=${inTarget(query)}&variables=${inTarget(JSON.stringify(variables))}`,
      );
    }),
    attack('by nobody', (random) => {
      const { headers, ...rest } = post(asked(root, random), manner);
      return { ...rest, headers: headers.filter(([name]) => name !== 'Authorization') };
    }),
  ];
  if (root.field.args.length === 0) return attacks;
  const spoilt = (random: Random, mark: string): Asked => {
    const { query, variables } = asked(root, random);
    const { name } = random.pick(root.field.args);
    return { query, variables: { ...variables, [name]: random.pick(illTyped(mark)) } };
  };
  return [
    ...attacks,
    ...[0, 1, 2].map((i) =>
      attack(`ill-typed variables (${i})`, (random, mark) => post(spoilt(random, mark))),
    ),
    attack('an argument that is wrong in the document', (random) => {
      const arg = random.pick(root.field.args);
      const wrong = [
        'BACKENDX',
        'backend',
        '"x"',
        '5',
        '1e400',
        '-1',
        '[]',
        '{}',
        '[[[[1]]]]',
        'null',
        '"\\u0000"',
        '"\\ud800"',
      ];
      const value = random.pick(wrong);
      return post({ query: `{${root.field.name}(${arg.name}:${value})${leaves(root.field.type, 2)}}` });
    }),
  ];
};

const chain = (count: number) =>
  Array.from({ length: count }, (_, i) => `fragment f${i} on Query{...f${i + 1} ...f${i + 1}}`).join(' ');
const long = (...fragments: Parameters<typeof text>): Json => ({ query: text(...fragments) });

/** Documents that cost more than they are long, requests that are no request, and operations that are not there. */
const documents: Record<string, (mark: string) => Json> = {
  'nothing in it': () => ({ query: '' }),
  'a comment': (mark) => ({ query: `# ${mark}` }),
  'two operations and no name': () => ({ query: 'query A{reports{id}} query B{ledger{idle}}' }),
  'the name of no operation': (mark) => ({ query: 'query A{reports{id}}', operationName: mark }),
  'an operation called __proto__': () => ({ query: 'query A{reports{id}}', operationName: '__proto__' }),
  'a fragment alone': () => ({ query: 'fragment f on Query{reports{id}}' }),
  'a mutation': () => ({ query: 'mutation{x}' }),
  'a subscription for no stream': () => ({ query: 'subscription{changes{id}}' }),
  'variables that are a list': (mark) => ({ query: '{reports{id}}', variables: [mark] }),
  'variables that are a text': (mark) => ({ query: '{reports{id}}', variables: mark }),
  'variables called __proto__': (mark) => ({
    query: '{reports{id}}',
    variables: { ['__proto__']: { [mark]: 1 } },
  }),
  'variables that nobody asked for': (mark) => ({ query: '{reports{id}}', variables: { [mark]: mark } }),
  'a batch': () => [{ query: '{reports{id}}' }, { query: '{reports{id}}' }],
  null: () => null,
  'a text': (mark) => mark,
  'an unknown field': (mark) => ({ query: `{${mark.replaceAll('-', '_')}}` }),
  'a text that does not end': (mark) => ({ query: `{report(id:"${mark}` }),
  'a surrogate by its number': () => ({ query: '{report(id:"\\u{D800}"){id}}' }),
  'a number beyond Unicode': () => ({ query: '{report(id:"\\u{FFFFFFFFF}"){id}}' }),
  'lists in lists': () => long('{report(id:', many('[', 30_000)),
  'objects in objects': () => long('{report(id:', many('{a:', 20_000)),
  'selections in selections': () => long(many('{a', 30_000)),
  'types in types': () => long('{__schema{types{fields{type{', many('ofType{', 200), 'name', many('}', 205)),
  'lists of types in types': () =>
    long('{__schema{types{', many('fields{type{fields{type{', 3), 'name', many('}', 20)),
  'a thousand aliases': () => long('{', ...Array.from({ length: 1000 }, (_, i) => `a${i}:reports{id} `), '}'),
  'twenty dear aliases': () =>
    long('{', ...Array.from({ length: 20 }, (_, i) => `a${i}:demand(top:${i + 1}){population} `), '}'),
  'ten trends of ten skills': () => ({ query: '{demand(top:100){skills{trend{months{month share}}}}}' }),
  'the same field 10,000 times': () => long('{', many('a ', 10_000), '}'),
  'the same field 400 times': () => long('{', many('reports{id} ', 190), '}'),
  'a thousand directives': () => long('{reports', many(' @skip(if:false)', 1000), '{id}}'),
  'fragments that are twice in one another': () => ({
    query: `{...f0} ${chain(60)} fragment f60 on Query{reports{id}}`,
  }),
  'fragments in a circle': () => ({ query: '{...a} fragment a on Query{...b} fragment b on Query{...a}' }),
  'a thousand variables': () =>
    long('query(', ...Array.from({ length: 1000 }, (_, i) => `$v${i}:Int `), '){reports{id}}'),
  'a name of 60,000 letters': () => long('{', many('a', 60_000), '}'),
  'a text of 60,000 letters': () => long('{report(id:"', many('\u0301', 29_000), '"){id}}'),
  'a number of 60,000 digits': () => long('{demand(top:', many('9', 60_000), '){population}}'),
  'a block text of 60,000 line ends': () => long('{report(id:"""', many('\n ', 20_000), '"""){id}}'),
  '60,000 commas': () => long('{reports{id', many(',', 60_000), '}}'),
  'a body of 65 KB': () => long(many('#', 66_000)),
};

/** Attacks on `/graphql` that are not about one field. */
export const documentAttacks: Attack[] = [
  ...Object.entries(documents).map(([name, make]): Attack => ({
    operation: 'POST /graphql',
    name,
    draft: (_random, mark) => post(make(mark)),
  })),
  ...['text/plain', 'application/graphql', 'application/json; charset=utf-16', ''].map((type): Attack => ({
    operation: 'POST /graphql',
    name: `a body of the type "${type}"`,
    draft: (_random, mark) => ({
      ...post({ query: `{report(id:"${mark}"){id}}` }),
      headers: [['Content-Type', type]],
    }),
  })),
  {
    operation: 'GET /graphql',
    name: 'a query that is odd',
    draft: (random) =>
      draft(
        random.pick(['GET', 'GET', 'HEAD', 'OPTIONS', 'PUT']),
        `${PATH}${random
          .pick([
            ...[
              '',
              '?query=',
              '?query={reports{id}}&query={ledger{idle}}',
              '?query={reports{id}}&variables=[]',
              '?x=1',
            ],
            ...[
              '?query={reports{id}}&variables=x',
              '?query={reports{id}}&variables={"__proto__":1}',
              '?query=%ff',
            ],
            ...[
              `?query={${'a'.repeat(7900)}}`,
              `?query=${'{a'.repeat(3900)}`,
              '?query=mutation{x}',
              '?query=%00',
            ],
            ...[
              '?query=query($t:Int){demand(top:$t){population}}&variables={"t":"x"}',
              '?query=subscription{changes{id}}',
            ],
          ])
          .replaceAll('{', '%7B')
          .replaceAll('}', '%7D')
          .replaceAll('"', '%22')}`,
      ),
  },
  {
    operation: 'GET /graphql',
    name: 'what POST would not take for its length',
    draft: () => draft('GET', `${PATH}?query=%7Breports%7Bid%7D%7D&variables=${'%20'.repeat(2600)}`),
  },
];
