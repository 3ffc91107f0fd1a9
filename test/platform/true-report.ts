import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaxonomy } from '@skillstream/tagger';
import { parse } from 'yaml';
import type { SamplePosting, SampleTruth } from '../../packages/cli/src/sample/index.ts';
import { usdPerYear } from '../../services/analytics/src/contribution/usd-per-year.ts';
import { reportsFolder } from '../../services/analytics/src/queries/report/load-reports.ts';
import {
  recountReport,
  type KnownPosting,
  type WrittenReport,
} from '../../services/analytics/test/recount-report.ts';

const categoryOf = new Map(loadTaxonomy().skills.map(({ id, category }) => [id, category]));

const known = ({ posting, truth }: SamplePosting): KnownPosting => {
  const { min = null, max = null, currency = '', period = 'year' } = posting.salary ?? {};
  const { country, workplace, skillIds } = truth;
  return {
    ...{ country, workplace, skills: skillIds },
    categories: skillIds.map((id) => categoryOf.get(id) ?? ''),
    salaryUsd: usdPerYear({ min, max, currency, period }),
  };
};

/** What a report over made-up postings must say, from their truth and the report's file alone. */
export const trueReport = (
  id: string,
  sample: readonly SamplePosting[],
  matches: (truth: SampleTruth) => boolean,
) => {
  const text = readFileSync(join(reportsFolder, `${id}.yaml`), 'utf8');
  const report = parse(text) as WrittenReport & { population: Partial<SampleTruth> };
  const about = sample.filter(
    ({ truth }) => matches(truth) && (!report.population.role || report.population.role === truth.role),
  );
  return { id, population: about.length, claims: recountReport(report, about.map(known)) };
};
