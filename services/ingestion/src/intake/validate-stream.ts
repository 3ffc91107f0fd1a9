import type { Turns } from '@skillstream/async';
import { TOO_MANY_REJECTED, UNREADABLE } from '@skillstream/contracts/stream-end';
import { messageOf } from '@skillstream/errors';
import { linesOf } from './lines.ts';
import { validateLine, weightOf, type Validated } from './validate.ts';

/** Rejected lines that every stream may have: five times as many as a request of `skillstream load` sends. */
export const FREE_REJECTED = 10_000;
/** Further rejected lines for each accepted one: nine lines of ten may be rejected forever. */
const REJECTED_PER_GOOD = 9;

/**
 * Limits the rejected lines of a stream: a rejected line costs its sender two bytes and us a response of a hundred. It
 * counts over the whole stream, not in a row; otherwise a good line now and then would reset the count.
 * @returns a function that is called for each line in order and returns whether it is the last one to be read
 */
export const createRejectedShare = (free = FREE_REJECTED, perGood = REJECTED_PER_GOOD) => {
  let left = free;
  return (rejected: boolean): boolean => {
    left += rejected ? -1 : perGood;
    return left <= 0;
  };
};

export type ValidateStreamDeps = {
  now: () => Date;
  maxLineBytes: number;
  turns: Turns;
  /** The limit on rejected lines of one stream. */
  rejectedShare?: typeof createRejectedShare;
};

/** A validated line and the memory that it takes, in bytes. */
export type Weighed = { validated: Validated; weight: number };

/** The last line of a stream with too many that cannot be taken, which says so. */
export const endingAt = (validated: Validated): Validated => {
  const before = 'faults' in validated ? validated.faults : [];
  const faults = [...before, { path: '', message: TOO_MANY_REJECTED }];
  return { line: validated.line, faults, of: 'form' };
};

/**
 * Validates the lines of a stream as they arrive, a few hundred at a time, the next ones on demand. A body that breaks
 * off is one more issue, on its line; after too many rejected lines nothing is read.
 */
export const createValidateStream = (deps: ValidateStreamDeps) => {
  const { now, maxLineBytes, turns, rejectedShare = createRejectedShare } = deps;
  return async function* (blocks: AsyncIterable<Buffer>): AsyncGenerator<Weighed[]> {
    const isTooMany = rejectedShare();
    let line = 0;
    try {
      for await (const lines of linesOf(blocks, maxLineBytes)) {
        const found: Weighed[] = [];
        for (const raw of lines) {
          await turns.pause();
          ({ line } = raw);
          const validation = validateLine(raw, maxLineBytes, now());
          const last = isTooMany('faults' in validation);
          const validated = last ? endingAt(validation) : validation;
          found.push({ validated, weight: weightOf(validated, raw.bytes?.length ?? 0) });
          if (last) return yield found;
        }
        yield found;
      }
    } catch (error) {
      const message = `${UNREADABLE}: ${messageOf(error)}`;
      const validated: Validated = { line: line + 1, faults: [{ path: '', message }], of: 'form' };
      yield [{ validated, weight: weightOf(validated, 0) }];
    }
  };
};
