import type { Random } from '../../../packages/cli/src/sample/random.ts';
import type { Operation, Parameter } from '../operations.ts';
import { draft, type Draft } from '../request.ts';
import { badWord, brokenTargets, goodWord, inTarget, names, strangeTexts } from '../words.ts';
import type { Attack } from './attack.ts';

type Chosen = [name: string, value: string][];

const pathOf = ({ path }: Operation, random: Random, id?: string): string =>
  path.replace(/\{\w+\}/g, () => id ?? inTarget(goodWord(random, 'id', {})));

const queryOf = (chosen: Chosen): string =>
  chosen.length === 0 ? '' : `?${chosen.map(([name, value]) => `${name}=${value}`).join('&')}`;

const inQuery = ({ parameters }: Operation): Parameter[] => parameters.filter((one) => one.in === 'query');

/** What an operation needs, and some of the rest, all as it should be. */
const good = (operation: Operation, random: Random): Chosen => {
  const chosen = inQuery(operation)
    .filter(({ required }) => required || random.chance(0.4))
    .map(({ name, schema }): [string, string] => [name, inTarget(goodWord(random, name, schema))]);
  // The sides of a comparison are of the kind that `by` says.
  const by = chosen.find(([name]) => name === 'by')?.[1];
  const sides: Record<string, [string, string]> = {
    role: ['backend', 'frontend'],
    country: ['DE', 'US'],
    workplace: ['remote', 'onsite'],
    seniority: ['junior', 'senior'],
    period: ['2024-01..2024-06', '2024-07..2024-12'],
  };
  return chosen.map(([name, value]) => {
    const side = by && operation.path === '/v1/compare' ? sides[by] : undefined;
    return side && (name === 'a' || name === 'b') ? [name, side[name === 'a' ? 0 : 1]] : [name, value];
  });
};

const withBad = (operation: Operation, random: Random): Chosen => {
  const chosen = new Map(good(operation, random));
  const all = inQuery(operation);
  const bad = all.length > 0 ? random.shuffle(all).slice(0, random.pick([1, 1, 2])) : [];
  for (const { name, schema } of bad) chosen.set(name, inTarget(badWord(random, schema)));
  return [...chosen];
};

/** Everything but the body: what each operation of the document is asked in its path and its query. */
export const parameterAttacks = (operation: Operation): Attack[] => {
  const { name, method } = operation;
  const of = (what: string, target: (random: Random) => string): Attack => ({
    operation: name,
    name: what,
    draft: (random): Draft => draft(method, target(random)),
  });
  const someName = (random: Random) => random.pick(inQuery(operation).map((one) => one.name)) as string;
  const path = (random: Random) => pathOf(operation, random);
  const attacks = [
    of('as it should be', (random) => path(random) + queryOf(good(operation, random))),
    of('unknown parameters', (random) => {
      const unknown = random.pick([
        '__proto__[x]',
        'constructor.prototype.x',
        '__proto__',
        '$where',
        'x[]',
        '',
      ]);
      return path(random) + queryOf([...good(operation, random), [unknown, 'sleep(1000)']]);
    }),
    of('a hundred parameters and more', (random) => {
      const times = random.pick([101, 1200, 3000]);
      return `${path(random)}?${Array.from({ length: times }, (_, i) => `${times > 2000 ? 'a' : `p${i}`}=`).join('&')}`.slice(
        0,
        random.pick([7900, 15_000]),
      );
    }),
    of('8,000 characters', (random) => {
      const start = `${path(random)}?x=`;
      return start + 'x'.repeat(random.pick([7999, 8000, 8001, 16_000]) - start.length);
    }),
    of('a broken encoding', (random) => {
      const broken = random.pick(brokenTargets);
      return random.chance(0.5) ? `${path(random)}?x=${broken}` : `${path(random)}/${broken}`;
    }),
    of('the path written in another way', (random) => {
      const plain = path(random);
      return random.pick([
        ...[
          `/${plain}`,
          plain.toUpperCase(),
          `${plain}/`,
          `${plain}//`,
          `${plain}/.`,
          `/v1/..${plain}`,
          `${plain};x=1`,
        ],
        ...[
          `http://127.0.0.1:1${plain}`,
          plain.replace('v1', '%761'),
          `${plain}?`,
          `${plain}#x`,
          `${plain}\0`,
        ],
      ]);
    }),
  ];
  if (inQuery(operation).length > 0)
    attacks.push(
      of('strange values', (random) => path(random) + queryOf(withBad(operation, random))),
      of('more strange values', (random) => path(random) + queryOf(withBad(operation, random))),
      of('the same parameter twice', (random) => {
        const twice = someName(random);
        const value = inTarget(goodWord(random, twice, {}));
        return path(random) + queryOf([...good(operation, random), [twice, value], [twice, value]]);
      }),
      of('operators in a parameter', (random) => {
        const one = someName(random);
        return `${path(random)}?${random.pick([`${one}[$ne]=x`, `${one}%5B%24gt%5D=`, `${one}[]=a`, `${one}.a=b`, `${one}=%7B%22%24ne%22%3Anull%7D`])}`;
      }),
    );
  if (inQuery(operation).some((one) => one.name === 'from'))
    attacks.push(
      of('from after to', (random) => {
        const rest = good(operation, random).filter(([one]) => one !== 'from' && one !== 'to');
        return path(random) + queryOf([...rest, ['from', '2024-12'], ['to', '2010-01']]);
      }),
    );
  if (operation.path.includes('{'))
    attacks.push(
      of('strange ids', (random) => {
        const long = 'x'.repeat(random.pick([1001, 5000]));
        const id = inTarget(random.pick([...names, ...strangeTexts, long]));
        return pathOf(operation, random, id);
      }),
    );
  return attacks;
};
