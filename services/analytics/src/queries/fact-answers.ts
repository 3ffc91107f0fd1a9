import type { AnsweredFrom } from '@skillstream/contracts';
import type { Stores } from '../stores/stores-of.ts';
import { answeredFromOf } from './fact-filter.ts';
import { PATIENCE_MS, type FactLimit, type FactLimits } from './fact-limits.ts';
import type { Found } from './found.ts';
import { createKeptAnswers } from './kept-answers.ts';

type FactsInUse = Pick<Stores, 'version' | 'facts'>;
export type FactAnswersDeps = {
  stores: () => Promise<FactsInUse>;
  partitions: () => Promise<number>;
  limits: Pick<FactLimits, 'within'>;
  /** In milliseconds. */
  now: () => number;
  /** How much of what was read stays in memory, in bytes, roughly. */
  maxBytes?: number;
};

/** What a reading has found, in which read models and at which positions, and when it began and ended. */
type Answer = Found<unknown> & { version: string; beganMs: number; endedMs: number };
/** Reads facts for a question. @param limit bounds it */
type Read<T> = (facts: Stores['facts'], limit: FactLimit) => Promise<T>;

const MAX_BYTES = 16 * 1024 * 1024;
/** How old an answer of an earlier version may be. */
const MAX_AGE_MS = 60_000;

const isOf = ({ answeredFrom }: Answer, { viewVersion }: AnsweredFrom): boolean =>
  viewVersion !== null && answeredFrom.viewVersion === viewVersion;

/**
 * Answers questions from the facts. One reading at a time is under way for a question, for all who ask it, and goes
 * on when they have left; what it found is kept while the facts are of the same version. So a question that takes
 * longer than a caller waits is answered when it is asked again.
 */
export const createFactAnswers = ({
  stores,
  partitions,
  limits,
  now,
  maxBytes = MAX_BYTES,
}: FactAnswersDeps) => {
  const underWay = new Map<string, Promise<Answer>>();
  const kept = createKeptAnswers<Answer>(maxBytes);

  const begin = (
    question: string,
    { version, facts }: FactsInUse,
    answeredFrom: AnsweredFrom,
    read: Read<unknown>,
  ) => {
    const beganMs = now();
    const reading = limits
      .within((limit) => read(facts, limit))
      .then((found) => {
        const answer = { found, answeredFrom, version, beganMs, endedMs: now() };
        kept.put(question, answer, found);
        return answer;
      })
      .finally(() => underWay.delete(question));
    // Whoever asked may have left by then.
    reading.catch(() => undefined);
    underWay.set(question, reading);
    return reading;
  };

  return {
    /**
     * Answers from what is kept of the present version, else from a reading that began after the question was asked.
     * Where that would take longer than a caller waits, from the one before, which says of which version it is.
     * @param question what is read; equal questions share their readings
     * @returns what is found, which others have as well: it must not be changed
     * @throws SkillstreamError `overloaded` when too many questions are read, or this one takes too long
     */
    of: async <T>(question: string, read: Read<T>): Promise<Found<T>> => {
      const askedMs = now();
      for (;;) {
        const held = await stores();
        const present = await answeredFromOf(held, await partitions());
        const last = kept.get(question);
        if (last && isOf(last, present)) return { found: last.found as T, answeredFrom: present };
        // Another one, as long as this one took, would be too late.
        const isBest = ({ version, beganMs, endedMs }: Answer) =>
          version === held.version &&
          now() - endedMs <= MAX_AGE_MS &&
          now() - askedMs + (endedMs - beganMs) > PATIENCE_MS;
        const reading = underWay.get(question) ?? begin(question, held, present, read);
        const answer = last && isBest(last) ? last : await reading;
        // If this one began before the question, the next one does not.
        const isSameLog = answer.version === held.version;
        if (isSameLog && (isOf(answer, present) || answer.beganMs >= askedMs || isBest(answer)))
          return { found: answer.found as T, answeredFrom: answer.answeredFrom };
      }
    },
  };
};

export type FactAnswers = ReturnType<typeof createFactAnswers>;
