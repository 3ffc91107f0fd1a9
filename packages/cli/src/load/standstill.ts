import { isDeepStrictEqual } from 'node:util';

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
