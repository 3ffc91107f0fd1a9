import type { UnavailableService, OperationId } from '@skillstream/contracts';
import { SkillstreamError } from '@skillstream/errors';
import type { Upstream } from '../upstreams/upstreams.ts';

/**
 * What an upstream reported: now, with `away` null; or earlier, and why it is silent. `value` is null where it never
 * reported any.
 */
export type LastKnownValue<T> =
  { value: T; away: null } | { value: T | null; away: UnavailableService; error: SkillstreamError };

/** Whether an error means that an upstream is away, and not that the caller asks for what it may not. */
export const isAway = (error: unknown): error is SkillstreamError =>
  error instanceof SkillstreamError && (error.code === 'unavailable' || error.code === 'overloaded');

/**
 * Caches the last response to each of a few monitoring requests, so that it can be reported while the upstream is
 * unavailable. Each process has its own cache, which is empty after a restart.
 * @param now in milliseconds
 */
export const createLastKnown = (now: () => number) => {
  const cached = new Map<string, { value: unknown; atMs: number }>();
  /** @param read calls the upstream. @throws its errors that do not mean that the upstream is unavailable */
  return async <T>(
    upstream: Upstream,
    id: OperationId,
    read: () => Promise<T>,
  ): Promise<LastKnownValue<T>> => {
    const key = `${upstream} ${id}`;
    const atMs = now();
    try {
      const value = await read();
      cached.set(key, { value, atMs });
      return { value, away: null };
    } catch (error) {
      if (!isAway(error)) throw error;
      const lastKnown = cached.get(key);
      const ageSeconds = lastKnown ? Math.round((now() - lastKnown.atMs) / 1000) : null;
      const reason = String(error.context.reason ?? error.message);
      return {
        value: (lastKnown?.value ?? null) as T | null,
        away: { part: upstream, reason, ageSeconds },
        error,
      };
    }
  };
};

export type LastKnown = ReturnType<typeof createLastKnown>;
