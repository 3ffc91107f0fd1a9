import { responseOf } from '@skillstream/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { freshResponseOf } from './fresh-response.ts';
import { gateway } from './gateway.ts';
import { idBatches } from './id-batches.ts';
import { nextAskMs } from './refetching.ts';

const AFTER_AN_ERROR_MS = 5_000;
type Asked = { state: { error: Error | null } };
// It changes with a release of tagging; an error is asked about again.
const seldom = {
  staleTime: 600_000,
  refetchInterval: ({ state }: Asked) => (state.error ? nextAskMs(state.error, AFTER_AN_ERROR_MS) : false),
} as const;

/** Some skills by their ids; what the taxonomy does not have is not there. */
export const skillsQuery = (ids: readonly string[]) => {
  const sorted = [...new Set(ids)].sort();
  return queryOptions({
    ...{
      ...seldom,
      queryKey: ['skills', sorted],
      enabled: sorted.length > 0,
      placeholderData: keepPreviousData,
    },
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        idBatches(sorted).map((list) => {
          const query = { ids: list, limit: list.split(',').length };
          return responseOf(gateway.GET('/v1/skills', { params: { query }, signal }));
        }),
      );
      return new Map(pages.flatMap(({ skills }) => skills.map((skill) => [skill.skillId, skill] as const)));
    },
  });
};

/** Skills whose id, label or other name holds a text, those that it names best first. */
export const searchQuery = (text: string) =>
  queryOptions({
    ...{ ...seldom, queryKey: ['search', text], enabled: text !== '' },
    queryFn: ({ signal }) =>
      responseOf(gateway.GET('/v1/skills', { params: { query: { text, limit: 12 } }, signal })),
  });

/** What a skill's id stands for, with all its names. */
export const skillQuery = (id: string) =>
  queryOptions({
    ...{ ...seldom, queryKey: ['skill', id] },
    queryFn: ({ signal }) =>
      freshResponseOf(gateway.GET('/v1/skills/{id}', { params: { path: { id } }, signal })),
  });
