import type { Turns } from '@skillstream/runtime';
import type { Given } from '../queries/cached-results.ts';
import type { AnswerMemory } from '../queries/result-memory.ts';
import { csvOf } from './csv-of.ts';

const CONTENT_TYPE = 'text/csv; charset=utf-8; header=present';
// It is not the same bytes, so it has a tag of its own.
const csvTagOf = (tag: string): string => tag.replace(/"$/, '-csv"');

/**
 * Answers as tables, made once for each answer that has a tag: a table of a thousand rows takes the event loop some
 * tens of milliseconds, and no two are made in one turn.
 */
export const createCsvAnswers =
  (memory: AnswerMemory, turns: Turns) =>
  /** @returns the answer as it was, where it has no list to make a table of */
  async (question: string, given: Given): Promise<Given> => {
    const { status, tag, body } = given.answer;
    if (status !== 200) return given;
    const csvTag = tag && csvTagOf(tag);
    const known = memory.get(question)?.answer;
    if (known && csvTag !== null && known.tag === csvTag) return { ...given, answer: { ...known, status } };
    await turns.pause();
    const csv = csvOf(JSON.parse(body) as Record<string, unknown>);
    if (csv === null) return given;
    const made = { contentType: CONTENT_TYPE, tag: csvTag, body: csv };
    if (csvTag !== null) memory.put(question, made, 0);
    return { ...given, answer: { ...made, status } };
  };

export type CsvAnswers = ReturnType<typeof createCsvAnswers>;
