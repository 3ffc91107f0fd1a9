import type { OperationAnswer } from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';

const FRESH_MS = 60_000;
// A page has a thousand skills.
const MOST_PAGES = 20;

/**
 * The ids of tagging's taxonomy, read completely at most once a minute, so that a query about a known skill needs no
 * request; and the nearest ids to an unknown word. What was last read stays valid while tagging is unavailable.
 */
export const createTaxonomy = ({ ask, now }: { ask: AskUpstream; now: () => number }) => {
  let known: { ids: ReadonlySet<string>; atMs: number } | null = null;
  let reading: Promise<void> | null = null;

  const read = async (headers: OnwardHeaders) => {
    const ids = new Set<string>();
    let cursor: string | undefined | null;
    for (let pages = 0; cursor !== null && pages < MOST_PAGES; pages += 1) {
      const query = { limit: 1000, cursor };
      const page: OperationAnswer<'listSkills'> = await ask('listSkills', { query, headers });
      for (const { skillId } of page.skills) ids.add(skillId);
      cursor = page.next;
    }
    known = { ids, atMs: now() };
  };
  return {
    /** @returns whether the taxonomy has it; null where tagging is unavailable and the taxonomy was never read */
    has: async (skillId: string, headers: OnwardHeaders): Promise<boolean | null> => {
      if (!known || now() - known.atMs >= FRESH_MS) {
        reading ??= read(headers)
          .catch(() => undefined)
          .finally(() => (reading = null));
        await reading;
      }
      const ids = known?.ids;
      if (!ids) return null;
      if (ids.has(skillId)) return true;
      return now() - known!.atMs < FRESH_MS ? false : null;
    },
    /**
     * The ids nearest to a word; null where it is a skill after all. @throws SkillstreamError when tagging is
     * unavailable
     */
    nearestTo: async (word: string, headers: OnwardHeaders): Promise<string[] | null> => {
      const found = await ask('getSkill', { params: { id: word }, problems: [404], headers });
      return 'skillId' in found ? null : (found.nearest ?? []);
    },
  };
};

export type SkillTaxonomy = ReturnType<typeof createTaxonomy>;
