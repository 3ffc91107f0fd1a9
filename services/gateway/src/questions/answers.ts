import type { OnwardHeaders } from '../parts/onward-headers.ts';
import type { Answer } from './answer.ts';
import type { AnswerMemory } from './answer-memory.ts';

export type AnswersDeps = {
  viewVersion: (headers: OnwardHeaders) => Promise<string | null>;
  memory: AnswerMemory;
  /** What all replicas share; it may be gone, and knows nothing then. */
  shared: {
    /** Null: nobody else has it or asks for it. */
    find: (question: string, tag: string) => Promise<Answer | null>;
    put: (question: string, answer: Answer | null, tag: string) => Promise<void>;
  };
  /** Asks analytics. @throws SkillstreamError `unavailable` when it is away */
  ask: (question: string, headers: OnwardHeaders) => Promise<Given['answer']>;
  isAway: (error: unknown) => boolean;
  now: () => number;
};

/** @property staleMs how old an answer is that is given because nobody could be asked; null otherwise */
export type Given = {
  answer: Answer & { status: number };
  staleMs: number | null;
};

/** The entity tag of answers that were read from the views of this name. */
const tagOf = (version: string): string => `W/"${version}"`;

/**
 * Answers questions from what was answered before, as long as the views have the same name: in this process, then
 * in Redis, then by analytics. Equal questions that come together are one, also where they come to several
 * replicas. While analytics is away, the last answer is given, as old as it is.
 */
export const createAnswers = ({ viewVersion, memory, shared, ask, isAway, now }: AnswersDeps) => {
  const underWay = new Map<string, Promise<Given>>();
  const fresh = (answer: Answer): Given => ({ answer: { ...answer, status: 200 }, staleMs: null });

  const askAnew = async (question: string, tag: string | null, headers: OnwardHeaders): Promise<Given> => {
    const found = tag === null ? null : await shared.find(question, tag);
    if (found) {
      memory.put(question, found, now());
      return fresh(found);
    }
    const atMs = now();
    let toShare: Answer | null = null;
    try {
      const answer = await ask(question, headers);
      if (answer.status === 200) {
        // Kept by the name that it says itself: another replica of analytics may be ahead or behind.
        const kept = { contentType: answer.contentType, tag: answer.tag, body: answer.body };
        memory.put(question, kept, atMs);
        if (kept.tag === tag) toShare = kept;
      }
      return { answer, staleMs: null };
    } catch (error) {
      const last = memory.get(question);
      if (!last || !isAway(error)) throw error;
      return { ...fresh(last.answer), staleMs: now() - last.atMs };
    } finally {
      if (tag !== null) void shared.put(question, toShare, tag);
    }
  };

  return async (question: string, headers: OnwardHeaders): Promise<Given> => {
    const version = await viewVersion(headers);
    const tag = version === null ? null : tagOf(version);
    const known = memory.get(question);
    if (known && tag !== null && known.answer.tag === tag) return fresh(known.answer);
    const flight = `${tag} ${question}`;
    let asking = underWay.get(flight);
    if (!asking) {
      asking = askAnew(question, tag, headers).finally(() => underWay.delete(flight));
      underWay.set(flight, asking);
    }
    return asking;
  };
};

export type Answers = ReturnType<typeof createAnswers>;
