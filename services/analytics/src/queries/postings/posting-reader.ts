import type { CountedPosting, ReadPostings } from './read-postings.ts';
import type { FactDocument } from '../../stores/mongo/fact-document.ts';
import { answeredFromOf, isCounted, matchOf } from '../fact-filter.ts';
import type { FactReaderDeps } from '../demand/fact-reader.ts';

const read = {
  ...{ _id: 0, month: 1, role: 1, country: 1, seniority: 1, workplace: 1 },
  ...{ skills: 1, categories: 1, salaryUsd: 1, primary: 1 },
} as const;
type Found = Pick<FactDocument, Exclude<keyof typeof read, '_id'>>;

const postingOf = (fact: Found): CountedPosting => ({
  role: fact.role ?? 'other',
  country: fact.country ?? null,
  seniority: fact.seniority ?? 'unknown',
  workplace: fact.workplace ?? 'unknown',
  skills: fact.skills ?? [],
  categories: fact.categories ?? [],
  salaryUsd: fact.salaryUsd ?? null,
  duplicate: fact.primary === false,
});

/** Streams the facts that match a filter through a cursor, so that memory does not grow with their number. */
export const createPostingReader =
  ({ stores, partitions, limits }: FactReaderDeps): ReadPostings =>
  async (filter, take) => {
    const held = await stores();
    const answeredFrom = await answeredFromOf(held, await partitions());
    await limits.within(async ({ maxTimeMS, check }) => {
      const facts = held.facts.facts().find(matchOf(filter), { maxTimeMS }).project<Found>(read);
      for await (const fact of facts) {
        check();
        if (isCounted(fact.month)) take(postingOf(fact));
      }
    });
    return answeredFrom;
  };
