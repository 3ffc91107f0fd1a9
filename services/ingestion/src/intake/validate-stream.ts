import { messageOf } from '@skillstream/errors';
import type { Turns } from '@skillstream/async';
import { linesOf } from './lines.ts';
import { validateLine, weightOf, type Validated } from './validate.ts';

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

export type ValidateStreamDeps = {
  now: () => Date;
  maxLineBytes: number;
  turns: Turns;
  /** Of one stream: tells at which line it has had too many that cannot be taken. */
  rejectedShare?: typeof createRejectedShare;
};

/** A validated line and what it weighs, in bytes. */
export type Weighed = { validated: Validated; weight: number };

const endingAt = (validated: Validated): Validated => {
  const before = 'faults' in validated ? validated.faults : [];
  const message = `is one line too many that cannot be taken: the stream ends here`;
  return { line: validated.line, faults: [...before, { path: '', message }], of: 'form' };
};

/**
 * Validates the lines of a stream as they come, a few hundred at a time, the next when they are asked for. A body that
 * breaks off is one more fault, on its line; behind too many lines that cannot be taken nothing is looked at.
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
      const message = `the body cannot be read further: ${messageOf(error)}`;
      const validated: Validated = { line: line + 1, faults: [{ path: '', message }], of: 'form' };
      yield [{ validated, weight: weightOf(validated, 0) }];
    }
  };
};
