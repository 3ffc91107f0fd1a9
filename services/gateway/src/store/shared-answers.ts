import { createHash } from 'node:crypto';
import type { Redis } from '@skillstream/runtime';
import type { Answer } from '../questions/answer.ts';
import { createPatience } from './patience.ts';

// Long enough for other replicas to meet the same question; the views have another name in a second where they move.
const TTL_MS = 5000;
// Redis keeps the views too, and must not be filled with answers.
const MOST_UNITS = 256 * 1024;
// An answer from analytics takes a few milliseconds: a Redis that takes longer is no cache.
const PATIENCE_MS = 100;

/**
 * Answers that all replicas of the gateway share in Redis, by question and tag. Every key has a time to live. A Redis
 * that is gone or slow knows nothing and costs next to nothing.
 * @param prefix keeps tests apart
 */
export const createSharedAnswers = (redis: Redis, prefix = '') => {
  const patience = createPatience(PATIENCE_MS);
  const keyOf = (question: string, tag: string) =>
    `${prefix}gateway:answer:${createHash('sha1').update(`${tag} ${question}`).digest('base64url')}`;
  return {
    get: async (question: string, tag: string): Promise<Answer | null> => {
      const found = await patience(() => redis.get(keyOf(question, tag))).catch(() => null);
      return found === null ? null : (JSON.parse(found) as Answer);
    },
    put: async (question: string, answer: Answer, tag: string): Promise<void> => {
      if (answer.body.length > MOST_UNITS) return;
      const key = keyOf(question, tag);
      await patience(() => redis.set(key, JSON.stringify(answer), 'PX', TTL_MS)).catch(() => null);
    },
  };
};
