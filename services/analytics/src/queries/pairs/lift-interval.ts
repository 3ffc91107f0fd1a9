import { wilson } from '../demand/wilson.ts';

export type LiftCounts = {
  population: number;
  /** How many postings ask for the skill, and how many for the other one. */
  count: number;
  other: number;
  /** How many ask for both, of which there is one. */
  both: number;
};

/** The share of the other skill among those that ask for the skill and among the rest, and the share of the first. */
type Shares = { those: number; rest: number; part: number };

const logOf = ({ those, rest, part }: Shares): number => Math.log(those / (part * those + (1 - part) * rest));

/**
 * The 95% interval of a lift. It is a function of three shares that are measured independently of each other: that of
 * the other skill among those that ask for the skill, that among the rest, and that of the first of all. The end of
 * the Wilson interval of each moves its logarithm by so much; the squares of these are added (method of variance
 * estimates recovery, Zou and Donner 2008, doi:10.1002/sim.3095), as Newcombe does for a difference. So it is valid
 * for small counts, and where the other skill is asked for by all of them or by none of the rest.
 */
export const liftIntervalOf = ({ population, count, other, both }: LiftCounts) => {
  // Where all ask for the skill nothing can be asked for with it more often than by chance.
  if (count === population) return { liftLow: 1, liftHigh: 1 };
  const [those, rest, part] = [
    wilson(both, count),
    wilson(other - both, population - count),
    wilson(count, population),
  ];
  const shares: Shares = { those: those.share!, rest: rest.share!, part: part.share! };
  const lift = logOf(shares);
  // Higher where more of them and fewer of the rest ask for the other; more of them bring it nearer to 1.
  const reach = (ends: readonly Partial<Shares>[]) =>
    Math.hypot(...ends.map((end) => logOf({ ...shares, ...end }) - lift));
  const [less, more] = lift > 0 ? [part.high!, part.low!] : [part.low!, part.high!];
  return {
    liftLow: Math.exp(lift - reach([{ those: those.low! }, { rest: rest.high! }, { part: less }])),
    liftHigh: Math.exp(lift + reach([{ those: those.high! }, { rest: rest.low! }, { part: more }])),
  };
};
