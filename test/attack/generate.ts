import { createRandom } from '../../packages/cli/src/sample/random.ts';
import type { Attack } from './attacks/attack.ts';
import { crowdAttacks, recordAttacks } from './attacks/crowds.ts';
import { smallAndManyAttacks } from './attacks/small-and-many.ts';
import { documentAttacks, fieldAttacks } from './attacks/graphql.ts';
import { headerAttacks, methodAttacks } from './attacks/headers.ts';
import { nestedAttacks } from './attacks/nested.ts';
import { parameterAttacks } from './attacks/parameters.ts';
import { postingAttacks } from './attacks/postings.ts';
import { streamAttacks } from './attacks/streams.ts';
import { tagAttacks } from './attacks/tags.ts';
import { nameOfField, operationsOf, readSchema, rootFieldsOf } from './operations.ts';
import type { AttackRequest, Draft } from './request.ts';

const LIVE = /^(https?:\/\/[^/]*)?\/v1\/(pipeline\/)?live([/?]|$)/i;

/** The live feeds never end by themselves: whoever asks for one in whatever way has to leave. */
const ended = (found: Draft): Draft =>
  found.method === 'GET' && LIVE.test(found.target) && found.manner.how === 'whole'
    ? { ...found, manner: { how: 'listen', holdMs: 1000 } }
    : found;

/** Every attack there is, and the operations that a run has to have asked. */
export const createAttacks = () => {
  const operations = operationsOf();
  const fields = rootFieldsOf(readSchema());
  const attacks: Attack[] = [
    ...operations.flatMap((operation) => [...parameterAttacks(operation), ...methodAttacks(operation)]),
    ...headerAttacks(operations),
    ...headerAttacks(operations),
    ...fields.flatMap(fieldAttacks),
    ...documentAttacks,
    ...postingAttacks,
    ...streamAttacks,
    ...tagAttacks,
    ...nestedAttacks,
    ...recordAttacks,
    ...crowdAttacks,
    ...smallAndManyAttacks,
  ];
  return { attacks, operations: [...operations.map(({ name }) => name), ...fields.map(nameOfField)] };
};

/** What every mark begins with. */
export const MARK = 'markofattack';
/** The mark of a request, by the seed and its number. */
export const markOf = (seed: number, number: number): string => `${MARK}-${seed}-${number}-`;

/**
 * The requests of a seed, without end: every attack once in a round, each round in an order of its own. The same seed
 * gives the same requests.
 */
export function* generate(seed: number, { attacks } = createAttacks()): Generator<AttackRequest> {
  const random = createRandom(seed);
  for (let number = 1; ;)
    for (const { operation, name, draft } of random.shuffle(attacks)) {
      yield { number, operation, attack: name, ...ended(draft(random, markOf(seed, number))) };
      number += 1;
    }
}
