import { isDeepStrictEqual } from 'node:util';
import type { Ledger, PlatformStatus } from '@skillstream/contracts';

/** What changes while postings are counted: the ledger's figures, and the position of every consumer. */
export type CountingState = { figures: unknown; positions: unknown };

/** The ledger without what changes while nothing moves: the age of old rows. */
export const stableFieldsOf = ({ away: _, ...figures }: Ledger): unknown => figures;

/** The position of every consumer; the views may be behind long after the facts have counted everything. */
export const positionsOf = ({ consumers }: PlatformStatus): unknown =>
  consumers.map(({ group, lag, partitions }) => [
    group,
    lag,
    partitions.map(({ partition, next }) => [partition, next]),
  ]);

/**
 * Measures how long nothing has changed.
 * @returns a function of an observation and its time in milliseconds; it returns the time since which all observations
 *   were equal
 */
export const createStallTimer = <T>() => {
  let seen: { what: T; sinceMs: number } | null = null;
  return (what: T, atMs: number): number => {
    if (!seen || !isDeepStrictEqual(what, seen.what)) seen = { what, sinceMs: atMs };
    return seen.sinceMs;
  };
};
