import { SkillstreamError } from '@skillstream/errors';
import type { AwayPart, OperationId } from '@skillstream/contracts';
import type { Upstream } from '../upstreams/upstreams.ts';

/**
 * What an upstream told: now, with `away` null; or before, and why it is silent. `value` is null where it never told
 * it.
 */
export type LastKnownValue<T> =
  { value: T; away: null } | { value: T | null; away: AwayPart; error: SkillstreamError };

const isAway = (error: unknown): error is SkillstreamError =>
  error instanceof SkillstreamError && (error.code === 'unavailable' || error.code === 'overloaded');

/**
 * Remembers the last answer to each of a few questions that watch an upstream, so that something can be told of it
 * while it is away. Each process has its own memory: a gateway that was started since knows nothing.
 * @param now in milliseconds
 */
export const createLastKnown = (now: () => number) => {
  const held = new Map<string, { value: unknown; atMs: number }>();
  /** @param read asks the upstream. @throws whatever it throws that does not mean that the upstream is away */
  return async <T>(
    upstream: Upstream,
    id: OperationId,
    read: () => Promise<T>,
  ): Promise<LastKnownValue<T>> => {
    const key = `${upstream} ${id}`;
    const atMs = now();
    try {
      const value = await read();
      held.set(key, { value, atMs });
      return { value, away: null };
    } catch (error) {
      if (!isAway(error)) throw error;
      const known = held.get(key);
      const ageSeconds = known ? Math.round((now() - known.atMs) / 1000) : null;
      const reason = String(error.context.reason ?? error.message);
      return {
        value: (known?.value ?? null) as T | null,
        away: { part: upstream, reason, ageSeconds },
        error,
      };
    }
  };
};

export type LastKnown = ReturnType<typeof createLastKnown>;
