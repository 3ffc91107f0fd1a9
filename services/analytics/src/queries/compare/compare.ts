import type { CompareResult, CompareQuery, DemandResult, DemandFilter } from '@skillstream/contracts';
import { measure } from '../demand/results.ts';
import { sourceOfAll } from '../answered-from.ts';
import { differenceOf } from './difference.ts';
import { sideOf } from './sides.ts';

/** Compares two groups of postings, from the same results as demand. */
export const createCompare =
  (demand: (query: DemandFilter) => Promise<DemandResult>) =>
  async (query: CompareQuery): Promise<CompareResult> => {
    const filters = { a: sideOf('a', query), b: sideOf('b', query) };
    const [a, b] = await Promise.all([demand(filters.a), demand(filters.b)]);
    const countIn = ({ skills }: DemandResult) =>
      new Map(skills.map(({ skillId, count }) => [skillId, count]));
    const [inA, inB] = [countIn(a), countIn(b)];
    const skills = [...new Set([...inA.keys(), ...inB.keys()])].map((skillId) => {
      const [ofA, ofB] = [
        measure(inA.get(skillId) ?? 0, a.population),
        measure(inB.get(skillId) ?? 0, b.population),
      ];
      return { skillId, a: ofA, b: ofB, ...differenceOf(ofA, ofB) };
    });
    // The most different first; ties by name, so that the order is deterministic.
    const size = ({ difference }: (typeof skills)[number]) => Math.abs(difference ?? 0);
    skills.sort((x, y) => size(y) - size(x) || (x.skillId < y.skillId ? -1 : 1));
    return {
      by: query.by,
      a: { name: query.a, filter: filters.a, population: a.population },
      b: { name: query.b, filter: filters.b, population: b.population },
      skills: skills.slice(0, query.top),
      answeredFrom: sourceOfAll([a.answeredFrom, b.answeredFrom]),
    };
  };
