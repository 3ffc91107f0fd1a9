import { appError } from '@skillstream/errors';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import type { CachedResults } from '../queries/cached-results.ts';
import { skillsIn } from './skills-in.ts';
import type { SkillTaxonomy } from './taxonomy.ts';

export type KnownSkillsDeps = {
  taxonomy: SkillTaxonomy;
  /** Whether analytics counts a posting that asks for it. @throws SkillstreamError `unavailable` when it is away */
  isCounted: (skillId: string, headers: OnwardHeaders) => Promise<boolean>;
};

const MOST_TOLD = 60;
const cut = (word: string): string => (word.length > MOST_TOLD ? `${word.slice(0, MOST_TOLD)}…` : word);

const unknown = (skillId: string, nearest: string[]) =>
  appError(
    'not-found',
    `There is no skill ${cut(skillId)}${nearest.length > 0 ? `; the nearest: ${nearest.join(', ')}` : ''}`,
    { context: { nearest } },
  );

/**
 * Refuses queries about a skill that nobody knows: zeros would look like an answer. A skill is known that stands in
 * the taxonomy, or that is counted: a taxonomy may have changed since. While tagging is away, what is counted is
 * answered, and of the rest nothing is claimed.
 */
export const withKnownSkills = (
  results: CachedResults,
  { taxonomy, isCounted }: KnownSkillsDeps,
): CachedResults => {
  const check = async (skillId: string, headers: OnwardHeaders): Promise<void> => {
    const inTaxonomy = await taxonomy.has(skillId, headers);
    if (inTaxonomy) return;
    // Where analytics is away the answers know what was answered last, or say so.
    if (await isCounted(skillId, headers).catch(() => true)) return;
    if (inTaxonomy === null)
      throw upstreamUnavailable(
        'tagging',
        new Error(`whether there is a skill ${cut(skillId)} it alone can tell`),
      );
    const nearest = await taxonomy.nearestTo(skillId, headers).catch(() => []);
    if (nearest) throw unknown(skillId, nearest);
  };
  return async (query, headers) => {
    for (const skillId of skillsIn(query)) await check(skillId, headers);
    return results(query, headers);
  };
};
