import { queryOptions } from '@tanstack/react-query';
import { answerOf } from './answer.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

/** Where the postings were taken from, and how many of each source are counted. */
export const ledgerQuery = queryOptions({
  ...{ ...reads, queryKey: ['ledger'] },
  queryFn: ({ signal }) => answerOf(gateway.GET('/v1/ledger', { signal })),
});
