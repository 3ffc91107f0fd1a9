import type { CountUnit } from '@skillstream/contracts';
import { counted } from './numbers.ts';
import { capital } from './words.ts';

const one: Readonly<Record<CountUnit, string>> = { postings: 'posting', jobs: 'job' };
const others = { postings: 'jobs', jobs: 'postings' } as const satisfies Record<CountUnit, CountUnit>;

/** What a result counted, and its total in both units; analytics of an earlier release says neither. */
export type InBothUnits = {
  counted?: CountUnit | undefined;
  postings?: number | undefined;
  jobs?: number | undefined;
};

/** What a result counted; postings where it does not say. */
export const unitOf = ({ counted: unit = 'postings' }: Pick<InBothUnits, 'counted'>): CountUnit => unit;

/** A number of postings or jobs, like 1 job and 1,234 postings. */
export const inUnit = (value: number, unit: CountUnit): string => counted(value, one[unit]);

/** What is counted, as the head of a column. */
export const unitHead = (unit: CountUnit): string => capital(unit);

/** Behind the total of a result, the same in the other unit, like `; 1,100 jobs`; empty where that is not known. */
export const otherTotal = (result: InBothUnits): string => {
  const other = others[unitOf(result)];
  const total = result[other];
  return total === undefined ? '' : `; ${inUnit(total, other)}`;
};
