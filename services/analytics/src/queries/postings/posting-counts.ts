import type { CountedPosting, CountPostings } from './count-postings.ts';
import type { FactDocument } from '../../stores/mongo/fact-document.ts';
import type { FactAnswers } from '../fact-answers.ts';
import { isCounted, matchOf } from '../fact-filter.ts';

const read = {
  ...{ _id: 0, month: 1, role: 1, country: 1, seniority: 1, workplace: 1 },
  ...{ skills: 1, categories: 1, salaryUsd: 1, primary: 1 },
} as const;
type Stored = Pick<FactDocument, Exclude<keyof typeof read, '_id'>>;

/** Facts in a reply: a server may hold up writes while it collects one, and this process while it decodes it. */
const BATCH = 500;

const postingOf = (fact: Stored, month: string): CountedPosting => ({
  month,
  role: fact.role ?? 'other',
  country: fact.country ?? null,
  seniority: fact.seniority ?? 'unknown',
  workplace: fact.workplace ?? 'unknown',
  skills: fact.skills ?? [],
  categories: fact.categories ?? [],
  salaryUsd: fact.salaryUsd ?? null,
  duplicate: fact.primary === false,
});

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** Counts the facts that match a filter through a cursor, so that memory does not grow with their number. */
export const createPostingCounts =
  ({ of }: Pick<FactAnswers, 'of'>): CountPostings =>
  (what, filter, createCounter) => {
    const match = matchOf(filter);
    const question = `${what} ${JSON.stringify(Object.entries(match).sort(byName))}`;
    return of(question, async (facts, { maxTimeMS, check }) => {
      const { add, counted } = createCounter();
      const found = facts.facts().find(match, { maxTimeMS, batchSize: BATCH }).project<Stored>(read);
      for await (const fact of found) {
        check();
        if (isCounted(fact.month)) add(postingOf(fact, fact.month));
      }
      return counted();
    });
  };
