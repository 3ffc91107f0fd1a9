import { expect, test } from '@jest/globals';
import { loadReports } from '../services/analytics/src/report/load-reports.ts';
import type { Names, Report } from '../services/analytics/src/report/schema.ts';
import { loadTaxonomy } from '../services/tagging/src/taxonomy/load-taxonomy.ts';

const taxonomy = loadTaxonomy();
const skillIds = new Set(taxonomy.skills.map(({ id }) => id));
const categoryIds = new Set(taxonomy.categories.map(({ id }) => id));

/** Names of a report that the taxonomy does not have: they would be measured as asked for by nobody. */
const unknownNames = ({ claims }: Report): string[] => {
  const groups: Names[] = claims.flatMap(({ share = [], pay = [], among = [], parts }) => [
    ...[...share, ...pay, ...among],
    ...(parts ? [parts] : []),
  ]);
  return [
    ...groups.flatMap(({ skills }) => skills.filter((id) => !skillIds.has(id))),
    ...groups.flatMap(({ categories }) => categories.filter((id) => !categoryIds.has(id))),
  ];
};

test.each(loadReports().map((report) => [report.id, report] as const))(
  'every skill and category that the report %s names is in the taxonomy',
  (_, report) => {
    expect(unknownNames(report)).toEqual([]);
  },
);
