import { isDeepStrictEqual } from 'node:util';
import type { Ledger, PlatformStatus } from '@skillstream/contracts';

/** What moves while postings are counted: the ledger's figures, and how far every consumer has read. */
export type CountingState = { figures: unknown; positions: unknown };

/** The ledger without what changes while nothing moves: the age of old lines. */
export const figuresOf = ({ away: _, ...figures }: Ledger): unknown => figures;

/** How far every consumer has read; the views may be behind long after the facts have counted all. */
export const positionsOf = ({ consumers }: PlatformStatus): unknown =>
  consumers.map(({ group, lag, partitions }) => [
    group,
    lag,
    partitions.map(({ partition, next }) => [partition, next]),
  ]);

/**
 * Notices how long nothing changes.
 * @returns takes what is seen and when, in milliseconds; gives since when nothing else was seen
 */
export const createStandstill = <T>() => {
  let seen: { what: T; sinceMs: number } | null = null;
  return (what: T, atMs: number): number => {
    if (!seen || !isDeepStrictEqual(what, seen.what)) seen = { what, sinceMs: atMs };
    return seen.sinceMs;
  };
};
