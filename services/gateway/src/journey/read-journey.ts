import type { AcceptedTrail, UnavailableService, Journey } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { isAway } from '../overview/last-known.ts';
import { readReadiness, withReadinessReason, unreadyReason } from '../overview/unready-reason.ts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { Upstream } from '../upstreams/upstreams.ts';
import { assembleJourney } from './assemble-journey.ts';
import { layOut, type Heard } from './trails.ts';

const NOT_FOUND = 404;

/**
 * Reads a posting's journey from the services that store it. Analytics is asked first: what ingestion has then is at
 * least as new as what is counted, and nothing is counted that is not accepted yet.
 * @param id of the posting
 * @param now the time at which it is read
 * @throws SkillstreamError `not-found` when ingestion does not know the posting, and nobody else; `unavailable` when
 *   ingestion is away, and nobody else knows it; `unauthenticated`, `insufficient-scope`
 */
export const readJourney = async (ask: AskUpstream, id: string, now: () => Date): Promise<Journey> => {
  const away: UnavailableService[] = [];
  let unavailable: unknown = null;
  const heardOf = async <T>(part: Upstream, asked: Promise<T>): Promise<Heard<T>> => {
    try {
      return { value: await asked };
    } catch (error) {
      if (!isAway(error)) throw error;
      unavailable = error;
      const found = { part, reason: String(error.context.reason ?? error.message), ageSeconds: null };
      const named = await withReadinessReason(ask, part, found, error);
      away.push(named);
      return { away: named.reason };
    }
  };
  const params = { id };
  const tagging = async () => {
    const heard = await heardOf('tagging', readReadiness(ask, 'tagging'));
    const reason = 'value' in heard ? unreadyReason(heard.value) : null;
    if (reason !== null) away.push({ part: 'tagging', reason, ageSeconds: null });
  };
  const [counted] = await Promise.all([heardOf('analytics', ask('getCountedTrail', { params })), tagging()]);
  const found = await heardOf('ingestion', ask('getAcceptedTrail', { params, problems: [NOT_FOUND] }));
  const accepted: Heard<AcceptedTrail | null> =
    'value' in found && 'status' in found.value ? { value: null } : (found as Heard<AcceptedTrail>);
  const known = layOut({ postingId: id, accepted, counted });
  if (known === null && 'away' in accepted) throw unavailable;
  if (known === null) throw appError('not-found', `There is no posting ${id}`);
  if ('value' in counted)
    for (const { part, reason } of counted.value.missing)
      away.push({ part: 'analytics', reason: `${part}: ${reason}`, ageSeconds: null });
  return { ...assembleJourney(known, now().toISOString()), ...(away.length > 0 && { away }) };
};
