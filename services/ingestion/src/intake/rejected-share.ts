/** Lines that cannot be taken which every stream may have: five times as many as a request of `skillstream load`. */
export const FREE_REJECTED = 10_000;
/** More of them for each line that can be taken: nine lines of ten may be rejected for ever. */
const REJECTED_PER_GOOD = 9;

/**
 * Tells when a stream has had too many lines that cannot be taken: a rejected line costs its sender two bytes and us
 * an answer of a hundred, so there is an end to them. It counts all of a stream, not a run of it, or one good line now
 * and then would begin a new run.
 * @returns for each line in turn whether it is the last that is looked at
 */
export const createRejectedShare = (free = FREE_REJECTED, perGood = REJECTED_PER_GOOD) => {
  let left = free;
  return (rejected: boolean): boolean => {
    left += rejected ? -1 : perGood;
    return left <= 0;
  };
};
