import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadTaxonomy } from '@skillstream/tagger';
import { loadReports } from '../services/analytics/src/queries/report/load-reports.ts';
import { parseReports } from '../services/analytics/src/queries/report/parse-reports.ts';
import type { Names, Report } from '../services/analytics/src/queries/report/schema.ts';
import { parseMarkdown } from './docs/parse-markdown.ts';

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

describe('docs/report.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/report.md'), 'utf8');
  const examples = parseMarkdown(page)
    .fences.filter(({ language, attributes }) => language === 'yaml' && attributes['file'] === undefined)
    .map(({ lines }) => lines.join('\n'));

  test('shows a report that a service would take, with names that the taxonomy has', () => {
    expect(examples).toHaveLength(1);
    const [id] = /(?<=^id: ).+$/m.exec(examples[0]!)!;
    const [report] = parseReports({ [`${id}.yaml`]: examples[0]! });
    expect(unknownNames(report!)).toEqual([]);
  });
});
