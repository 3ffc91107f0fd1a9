import type { Answer } from './answer.ts';

export type HeldAnswer = { answer: Answer; atMs: number };

// Two bytes a unit, and what a Map keeps of an entry.
const sizeOf = (question: string, { body }: Answer): number => 2 * (question.length + body.length) + 200;

/** The last answer to each question, of which the oldest go where they would take more than `maxBytes`. */
export const createAnswerMemory = (maxBytes: number) => {
  const held = new Map<string, HeldAnswer>();
  let bytes = 0;
  const drop = (question: string) => {
    const found = held.get(question);
    if (!found) return;
    held.delete(question);
    bytes -= sizeOf(question, found.answer);
  };
  return {
    get: (question: string): HeldAnswer | undefined => held.get(question),
    put: (question: string, answer: Answer, atMs: number): void => {
      const size = sizeOf(question, answer);
      drop(question);
      if (size > maxBytes) return;
      for (const [oldest] of held) {
        if (bytes + size <= maxBytes) break;
        drop(oldest);
      }
      held.set(question, { answer, atMs });
      bytes += size;
    },
  };
};

export type AnswerMemory = ReturnType<typeof createAnswerMemory>;
