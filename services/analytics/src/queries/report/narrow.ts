import type { PostingFilter, ValidationIssue } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';

const dimensions = ['role', 'country', 'workplace', 'seniority', 'source', 'origin'] as const;

const issuesOf = (population: PostingFilter, asked: PostingFilter): ValidationIssue[] => {
  const faults: ValidationIssue[] = [];
  const say = (path: string, about: string) => faults.push({ path, message: `the report is about ${about}` });
  for (const name of dimensions) {
    const [own, wanted] = [population[name], asked[name]];
    if (own !== undefined && wanted !== undefined && own !== wanted) say(name, `${name} ${own}`);
  }
  if (asked.from && population.to && asked.from > population.to) say('from', `months to ${population.to}`);
  if (asked.to && population.from && asked.to < population.from) say('to', `months from ${population.from}`);
  return faults;
};

/**
 * Returns the filter of postings that match both a report's population and a query's filter.
 * @throws `unprocessable`, naming each field that contradicts the population: no posting could match both
 */
export const narrow = (population: PostingFilter, asked: PostingFilter): PostingFilter => {
  const faults = issuesOf(population, asked);
  if (faults.length > 0)
    throw appError('unprocessable', 'The filter contradicts what the report is about', {
      context: { faults },
    });
  const [from] = [population.from, asked.from]
    .filter((month) => month !== undefined)
    .sort()
    .reverse();
  const [to] = [population.to, asked.to].filter((month) => month !== undefined).sort();
  return { ...population, ...asked, ...(from && { from }), ...(to && { to }) };
};
