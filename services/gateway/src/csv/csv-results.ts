import type { Turns } from '@skillstream/async';
import type { GivenResult } from '../queries/cached-results.ts';
import type { ResultMemory } from '../queries/result-memory.ts';
import { csvOf } from './csv-of.ts';

const CONTENT_TYPE = 'text/csv; charset=utf-8; header=present';
// The bytes differ from JSON's, so it has a tag of its own.
const csvTagOf = (tag: string): string => tag.replace(/"$/, '-csv"');

/**
 * Converts results to tables, once for each result that has a tag: a table of a thousand rows blocks the event loop
 * for some tens of milliseconds, so conversions yield to the event loop in between.
 */
export const createCsvResults =
  (memory: ResultMemory, turns: Turns) =>
  /** @returns the result as it was, where it has no list to make a table of */
  async (queryPath: string, given: GivenResult): Promise<GivenResult> => {
    const { status, tag, body } = given.result;
    if (status !== 200) return given;
    const csvTag = tag && csvTagOf(tag);
    const cached = memory.get(queryPath)?.result;
    if (cached && csvTag !== null && cached.tag === csvTag)
      return { ...given, result: { ...cached, status } };
    await turns.pause();
    const csv = csvOf(JSON.parse(body) as Record<string, unknown>);
    if (csv === null) return given;
    const made = { contentType: CONTENT_TYPE, tag: csvTag, body: csv };
    if (csvTag !== null) memory.put(queryPath, made, 0);
    return { ...given, result: { ...made, status } };
  };

export type CsvResults = ReturnType<typeof createCsvResults>;
