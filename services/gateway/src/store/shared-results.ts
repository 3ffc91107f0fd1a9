import { createHash } from 'node:crypto';
import { sleep, type Redis } from '@skillstream/runtime';
import type { Answer } from '../queries/answer.ts';
import { createPatience } from './patience.ts';

// Long enough for other replicas to meet the same question; the views have another name in a second where they move.
const TTL_MS = 5000;
// Redis keeps the views too, and must not be filled with answers.
const MOST_UNITS = 256 * 1024;
// Of one replica, in the time that an answer is kept: a question can be asked in more ways than Redis has memory for.
const MOST_UNITS_KEPT = 16 * 1024 * 1024;
// An answer from analytics takes a few milliseconds: a Redis that takes longer is no cache.
const PATIENCE_MS = 100;

// How long one replica may take over a question before another asks as well; a replica that died holds it no longer.
const CLAIM_MS = 1000;
const LOOK_EVERY_MS = 10;

/**
 * Answers that all replicas of the gateway share in Redis, by question and tag, and who of them asks: a question that
 * many replicas have at once is asked by one. Every key has a time to live. A Redis that is gone or slow knows nothing
 * and costs next to nothing.
 * @param prefix keeps tests apart
 */
export const createSharedAnswers = (redis: Redis, prefix = '', mostUnitsKept = MOST_UNITS_KEPT) => {
  const patience = createPatience(PATIENCE_MS);
  const kept = { sinceMs: 0, units: 0 };
  const hasRoom = (units: number): boolean => {
    if (performance.now() - kept.sinceMs > TTL_MS)
      Object.assign(kept, { sinceMs: performance.now(), units: 0 });
    if (units > MOST_UNITS || kept.units + units > mostUnitsKept) return false;
    kept.units += units;
    return true;
  };
  const keysOf = (question: string, tag: string) => {
    // In braces: what is asked for together lies in one slot of a cluster.
    const id = `{${createHash('sha1').update(`${tag} ${question}`).digest('base64url')}}`;
    return { answer: `${prefix}gateway:answer:${id}`, claim: `${prefix}gateway:asking:${id}` };
  };
  // One round trip: the answer, and the wish to be the one who asks where there is none.
  const look = async (question: string, tag: string): Promise<{ found: Answer | null; isOurs: boolean }> => {
    const { answer, claim } = keysOf(question, tag);
    const both = () => redis.pipeline().get(answer).set(claim, '', 'PX', CLAIM_MS, 'NX').exec();
    const [read, claimed] = (await patience(both).catch(() => null)) ?? [];
    const found = read?.[1] as string | null | undefined;
    return { found: found ? (JSON.parse(found) as Answer) : null, isOurs: claimed?.[1] !== null };
  };
  return {
    /** The answer that another replica had, or has soon; null: ask, and say then by `put` what came of it. */
    find: async (question: string, tag: string): Promise<Answer | null> => {
      const untilMs = performance.now() + CLAIM_MS;
      for (;;) {
        const { found, isOurs } = await look(question, tag);
        if (found || isOurs || performance.now() > untilMs) return found;
        await sleep(LOOK_EVERY_MS);
      }
    },
    /** @param answer null where there is none to share: the next one who wants it asks */
    put: async (question: string, answer: Answer | null, tag: string): Promise<void> => {
      const { answer: key, claim } = keysOf(question, tag);
      const isShared = answer !== null && hasRoom(answer.body.length);
      const say = () => (isShared ? redis.set(key, JSON.stringify(answer), 'PX', TTL_MS) : redis.del(claim));
      await patience<unknown>(say).catch(() => null);
    },
  };
};
