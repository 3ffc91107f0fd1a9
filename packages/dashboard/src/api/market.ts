import type { CompareQuery, PostingFilter } from '@skillstream/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DemandAsked, PostingsAsked } from '../filter/search.ts';
import { freshResponseOf } from './fresh-response.ts';
import { inPlace } from './fact-places.ts';
import { gateway } from './gateway.ts';
import { expensive, reads } from './refetching.ts';

const placeholderData = keepPreviousData;
// One source has no view: it is counted from the facts.
const usual = ({ source }: PostingFilter) => (source === undefined ? reads : expensive);

/** The skills that are asked for most. */
export const demandQuery = (filter: DemandAsked, top: number) =>
  queryOptions({
    ...{ ...usual(filter), placeholderData, queryKey: ['demand', filter, top] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(gateway.GET('/v1/demand', { params: { query: { ...filter, top } }, signal })),
      ),
  });

/** How often a skill is asked for, by month. */
export const trendQuery = (id: string, filter: PostingsAsked) =>
  queryOptions({
    ...{ ...usual(filter), queryKey: ['trend', id, filter] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(
          gateway.GET('/v1/skills/{id}/trend', { params: { path: { id }, query: filter }, signal }),
        ),
      ),
  });

/** The skills in the same postings as one. */
export const pairsQuery = (id: string, filter: DemandAsked, top: number) =>
  queryOptions({
    ...{ ...expensive, placeholderData, queryKey: ['pairs', id, filter, top] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(
          gateway.GET('/v1/skills/{id}/pairs', {
            params: { path: { id }, query: { ...filter, top } },
            signal,
          }),
        ),
      ),
  });

/** Pay with a skill and without it. */
export const skillPayQuery = (id: string, filter: PostingsAsked) =>
  queryOptions({
    ...{ ...expensive, placeholderData, queryKey: ['pay', id, filter] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(
          gateway.GET('/v1/skills/{id}/salary', { params: { path: { id }, query: filter }, signal }),
        ),
      ),
  });

/** Two groups of postings side by side. */
export const compareQuery = (query: CompareQuery) =>
  queryOptions({
    ...{ ...usual(query), placeholderData, queryKey: ['compare', query] },
    queryFn: ({ signal }) =>
      inPlace(query, signal, () =>
        freshResponseOf(gateway.GET('/v1/compare', { params: { query }, signal })),
      ),
  });

/** What the postings of each country pay: the list of countries that there are. */
export const salariesByCountryQuery = (filter: PostingsAsked) =>
  queryOptions({
    ...{ ...expensive, placeholderData, queryKey: ['salaries', 'country', filter] },
    queryFn: ({ signal }) =>
      inPlace(filter, signal, () =>
        freshResponseOf(
          gateway.GET('/v1/salaries', { params: { query: { ...filter, by: 'country' } }, signal }),
        ),
      ),
  });
