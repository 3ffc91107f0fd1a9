import type { CountUnit } from '@skillstream/contracts';
import { counted } from './numbers.ts';

const one: Readonly<Record<CountUnit, string>> = { postings: 'posting', jobs: 'job' };

/** What a result counted, and its total in both units; a gateway of an earlier release says neither. */
export type InBothUnits = {
  counted?: CountUnit | undefined;
  postings?: number | undefined;
  jobs?: number | undefined;
};

/** What a result counted; postings where it does not say. */
export const unitOf = ({ counted: unit = 'postings' }: Pick<InBothUnits, 'counted'>): CountUnit => unit;

/** A number of postings or jobs: `1 job`, `2,400 postings`. */
export const inUnit = (value: number, unit: CountUnit): string => counted(value, one[unit]);

/**
 * The total of a result in both units, that which it counted first: `2,400 postings, 2,100 jobs`.
 * @param population the total in that unit, where the result does not say both
 */
export const totalsText = (result: InBothUnits, population: number): string => {
  const { postings, jobs } = result;
  if (postings === undefined || jobs === undefined) return inUnit(population, unitOf(result));
  const both = [inUnit(postings, 'postings'), inUnit(jobs, 'jobs')];
  return (unitOf(result) === 'jobs' ? both.reverse() : both).join(', ');
};
