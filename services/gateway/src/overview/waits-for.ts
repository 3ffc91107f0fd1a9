import type { SkillstreamError } from '@skillstream/errors';
import type { AwayPart, Readiness } from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { Upstream } from '../upstreams/upstreams.ts';

const UNAVAILABLE = 503;

/**
 * What an upstream waits for, as it says in `/readyz`: `it waits for kafka (no response within 1500 ms)`.
 * @param only looks at these checks alone
 * @returns null where it waits for nothing
 */
export const waitsFor = ({ checks }: Readiness, only?: readonly string[]): string | null => {
  const open = Object.entries(checks)
    .filter(([name, { ok }]) => !ok && (!only || only.includes(name)))
    .map(([name, { detail }]) => (detail ? `${name} (${detail})` : name));
  return open.length > 0 ? `it waits for ${open.join(', ')}` : null;
};

/** Asks an upstream how it is: one that is not ready says so with a status of its own. */
export const askReadiness = (ask: AskUpstream, upstream: Upstream): Promise<Readiness> =>
  ask('getReadiness', { at: upstream, accept: [UNAVAILABLE] });

/**
 * Why an upstream that answered has not told what it was asked for. Its 503 says no more than that something is away;
 * `/readyz` says what.
 * @param error with which it was silent
 */
export const inItsOwnWords = async (
  ask: AskUpstream,
  upstream: Upstream,
  away: AwayPart,
  error: SkillstreamError,
): Promise<AwayPart> => {
  if (error.context.status !== UNAVAILABLE) return away;
  const reason = await askReadiness(ask, upstream).then(
    (found) => waitsFor(found),
    () => null,
  );
  return reason === null ? away : { ...away, reason };
};
