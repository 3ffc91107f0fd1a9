import type { DemandQuery } from '@skillstream/contracts';
import type { SampleTruth } from '../../packages/cli/src/sample/index.ts';

const matches =
  ({ role, country, workplace, seniority, from, to }: DemandQuery) =>
  (truth: SampleTruth): boolean =>
    (!role || truth.role === role) &&
    (!country || truth.country === country) &&
    (!workplace || truth.workplace === workplace) &&
    (!seniority || truth.seniority === seniority) &&
    (!from || truth.month >= from) &&
    (!to || truth.month <= to);

/** What a question about made-up postings must be answered, from their truth alone: counts, and a skill's by month. */
export const trueDemand = (truths: readonly SampleTruth[], query: DemandQuery, skillId: string) => {
  const about = truths.filter(matches(query));
  const counts = new Map<string, number>();
  for (const { skillIds } of about)
    for (const id of new Set(skillIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const skills = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, query.top);
  const months = Map.groupBy(about, ({ month }) => month);
  return {
    population: about.length,
    skills: skills.map(([id, count]) => ({ skillId: id, count })),
    months: [...months].sort().map(([month, those]) => ({
      month,
      population: those.length,
      count: those.filter(({ skillIds }) => skillIds.includes(skillId)).length,
    })),
  };
};
