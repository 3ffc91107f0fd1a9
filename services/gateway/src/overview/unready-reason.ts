import type { UnavailableService, Readiness } from '@skillstream/contracts';
import type { SkillstreamError } from '@skillstream/errors';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { Upstream } from '../upstreams/upstreams.ts';

const UNAVAILABLE = 503;

/**
 * What an upstream waits for, as its `/readyz` reports: `it waits for kafka (no response within 1500 ms)`.
 * @param only considers these checks only
 * @returns null where it waits for nothing
 */
export const unreadyReason = ({ checks }: Readiness, only?: readonly string[]): string | null => {
  const open = Object.entries(checks)
    .filter(([name, { ok }]) => !ok && (!only || only.includes(name)))
    .map(([name, { detail }]) => (detail ? `${name} (${detail})` : name));
  return open.length > 0 ? `it waits for ${open.join(', ')}` : null;
};

/** Reads the readiness of an upstream: one that is not ready reports that with a status of its own. */
export const readReadiness = (ask: AskUpstream, upstream: Upstream): Promise<Readiness> =>
  ask('getReadiness', { at: upstream, accept: [UNAVAILABLE] });

/**
 * Why an upstream that responded did not return what was requested. Its 503 says only that something is unavailable;
 * `/readyz` says what.
 * @param error the error of the request
 */
export const withReadinessReason = async (
  ask: AskUpstream,
  upstream: Upstream,
  away: UnavailableService,
  error: SkillstreamError,
): Promise<UnavailableService> => {
  if (error.context.status !== UNAVAILABLE) return away;
  const reason = await readReadiness(ask, upstream).then(
    (found) => unreadyReason(found),
    () => null,
  );
  return reason === null ? away : { ...away, reason };
};
