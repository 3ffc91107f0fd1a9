import { responseOf } from '@skillstream/client';
import type { PreviewPosting } from '@skillstream/contracts';
import { queryOptions } from '@tanstack/react-query';
import { gateway } from './gateway.ts';
import { expensive } from './refetching.ts';

type Asked = { state: { data?: unknown; error: Error | null } };

/**
 * The names of the skills that would be found in a posting of a preview, by its text, and so asked once however often
 * the preview changes; again, once it is allowed, where there were too many requests.
 */
export const previewSkillsQuery = ({ title, description, organization }: PreviewPosting) =>
  queryOptions({
    ...{ queryKey: ['preview-skills', title, description, organization], staleTime: Infinity },
    refetchInterval: ({ state }: Asked) => (state.data ? false : expensive.refetchInterval({ state })),
    queryFn: async ({ signal }): Promise<string[]> => {
      const body = { title, description, organization };
      const { tags } = await responseOf(gateway.POST('/v1/tags', { body, signal }));
      return [...new Set(tags.map(({ label }) => label))];
    },
  });
