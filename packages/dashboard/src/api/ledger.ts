import { queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { reads } from './refetching.ts';

/** What became of the postings that were accepted. */
export const ledgerQuery = queryOptions({
  ...{ ...reads, queryKey: ['ledger'] },
  queryFn: ({ signal }) => freshResponseOf(gateway.GET('/v1/ledger', { signal })),
});
