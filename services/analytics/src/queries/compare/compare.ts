import type { CompareResult, CompareQuery, DemandQuery } from '@skillstream/contracts';
import { noCounts } from '../both-counts.ts';
import { measureBoth, type DemandOfBoth } from '../demand/results.ts';
import { sourceOfAll } from '../answered-from.ts';
import { differenceOf } from './difference.ts';
import { sideOf } from './sides.ts';

const totalOf = ({ postings, jobs }: DemandOfBoth) => ({ postings, jobs });
const countsIn = ({ skills }: DemandOfBoth) =>
  new Map(skills.map(({ skillId, postings, jobs }) => [skillId, { postings, jobs }]));

/**
 * Compares two groups of postings or of jobs, from the same results as demand.
 * @param demand lists every skill that any posting names
 */
export const createCompare =
  (demand: (query: DemandQuery) => Promise<DemandOfBoth>) =>
  async (query: CompareQuery): Promise<CompareResult> => {
    const { count: unit = 'postings' } = query;
    const filters = { a: sideOf('a', query), b: sideOf('b', query) };
    const [a, b] = await Promise.all([
      demand({ ...filters.a, count: unit }),
      demand({ ...filters.b, count: unit }),
    ]);
    const [inA, inB] = [countsIn(a), countsIn(b)];
    const skills = [...new Set([...inA.keys(), ...inB.keys()])]
      .map((skillId) => {
        const [ofA, ofB] = [
          measureBoth(inA.get(skillId) ?? noCounts(), totalOf(a), unit),
          measureBoth(inB.get(skillId) ?? noCounts(), totalOf(b), unit),
        ];
        return { skillId, a: ofA, b: ofB, ...differenceOf(ofA, ofB) };
      })
      .filter((skill) => skill.a.count > 0 || skill.b.count > 0);
    // The most different first; ties by name, so that the order is deterministic.
    const size = ({ difference }: (typeof skills)[number]) => Math.abs(difference ?? 0);
    skills.sort((x, y) => size(y) - size(x) || (x.skillId < y.skillId ? -1 : 1));
    return {
      by: query.by,
      counted: unit,
      a: { name: query.a, filter: filters.a, population: a.population, ...totalOf(a) },
      b: { name: query.b, filter: filters.b, population: b.population, ...totalOf(b) },
      skills: skills.slice(0, query.top),
      answeredFrom: sourceOfAll([a.answeredFrom, b.answeredFrom]),
    };
  };
