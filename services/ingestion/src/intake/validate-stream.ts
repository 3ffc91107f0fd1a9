import { messageOf, type Turns } from '@skillstream/runtime';
import { linesOf } from './lines.ts';
import { judgeLine, weightOf, type Judged } from './validate.ts';

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

export type JudgeStreamDeps = {
  now: () => Date;
  maxLineBytes: number;
  turns: Turns;
  /** Of one stream: tells at which line it has had too many that cannot be taken. */
  rejectedShare?: typeof createRejectedShare;
};

/** A judged line and what it weighs, in bytes. */
export type Weighed = { judged: Judged; weight: number };

const endingAt = (judged: Judged): Judged => {
  const before = 'faults' in judged ? judged.faults : [];
  const message = `is one line too many that cannot be taken: the stream ends here`;
  return { line: judged.line, faults: [...before, { path: '', message }], of: 'form' };
};

/**
 * Judges the lines of a stream as they come, a few hundred at a time, the next when they are asked for. A body that
 * breaks off is one more fault, on its line; behind too many lines that cannot be taken nothing is looked at.
 */
export const createJudgeStream = (deps: JudgeStreamDeps) => {
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
          const verdict = judgeLine(raw, maxLineBytes, now());
          const last = isTooMany('faults' in verdict);
          const judged = last ? endingAt(verdict) : verdict;
          found.push({ judged, weight: weightOf(judged, raw.bytes?.length ?? 0) });
          if (last) return yield found;
        }
        yield found;
      }
    } catch (error) {
      const message = `the body cannot be read further: ${messageOf(error)}`;
      const judged: Judged = { line: line + 1, faults: [{ path: '', message }], of: 'form' };
      yield [{ judged, weight: weightOf(judged, 0) }];
    }
  };
};
