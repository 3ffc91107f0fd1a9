import { appError } from '@skillstream/errors';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import type { CachedResults } from '../queries/cached-results.ts';
import { skillsIn } from './skills-in.ts';
import type { SkillTaxonomy } from './taxonomy.ts';

export type KnownSkillsDeps = {
  taxonomy: SkillTaxonomy;
  /**
   * Whether analytics counts a posting with this skill. @throws SkillstreamError `unavailable` when it is unavailable
   */
  isCounted: (skillId: string, headers: OnwardHeaders) => Promise<boolean>;
};

const MOST_CHARS_SHOWN = 60;
const cut = (word: string): string =>
  word.length > MOST_CHARS_SHOWN ? `${word.slice(0, MOST_CHARS_SHOWN)}…` : word;

const unknown = (skillId: string, nearest: string[]) =>
  appError(
    'not-found',
    `There is no skill ${cut(skillId)}${nearest.length > 0 ? `; the nearest: ${nearest.join(', ')}` : ''}`,
    { context: { nearest } },
  );

/**
 * Rejects queries about an unknown skill: zeros would look like a result. A skill is known when it is in the taxonomy,
 * or is counted: the taxonomy may have changed since. While tagging is unavailable, queries about counted skills are
 * answered, and others fail.
 */
export const withKnownSkills = (
  results: CachedResults,
  { taxonomy, isCounted }: KnownSkillsDeps,
): CachedResults => {
  const check = async (skillId: string, headers: OnwardHeaders): Promise<void> => {
    const inTaxonomy = await taxonomy.has(skillId, headers);
    if (inTaxonomy) return;
    // Where analytics is unavailable the query itself returns the last result, or an error.
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
