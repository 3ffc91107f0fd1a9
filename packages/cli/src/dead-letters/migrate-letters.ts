import {
  keyedLetter,
  letterTombstone,
  readLetter,
  type LogRecord,
  type OutgoingRecord,
} from '@skillstream/messaging';
import { createLettersSurvey } from './survey-letters.ts';

export type MigrationDeps = {
  /** Reads a topic from its beginning to its present end, and waits for what `onRecords` returns. */
  read: (topic: string, onRecords: (records: LogRecord[]) => unknown) => Promise<void>;
  publish: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  /** Has the topic compacted from now on. */
  compact: (topic: string) => Promise<void>;
  /** Called after each step, with the number of letters that have their own key by now. */
  onProgress: (done: number, total: number) => void;
};

const PAGE = 500;

/**
 * Gives each letter of an earlier release its own key, takes away what it was kept under, and only then has the topic
 * compacted. What an erasure takes away meanwhile stays away: a copy that was made after its tombstone gets another.
 * What was done is in the topic itself: stopped at any point and begun again, it goes on.
 * @returns how many letters were moved
 */
export const migrateLetters = async (
  topic: string,
  { read, publish, compact, onProgress }: MigrationDeps,
): Promise<number> => {
  const survey = async () => {
    const { take, end } = createLettersSurvey();
    await read(topic, (records) => records.forEach(take));
    return end();
  };
  const bury = async (keys: readonly string[]) => {
    for (let from = 0; from < keys.length; from += PAGE)
      await publish(topic, keys.slice(from, from + PAGE).map(letterTombstone));
  };
  const { settled, open, formerKeys } = await survey();
  const moved = new Set<string>();
  onProgress(0, open);
  await read(topic, async (records) => {
    const copies = records.flatMap((record) => {
      const letter = readLetter(record);
      if (!letter || letter.isKeyed || settled.has(letter.identity) || moved.has(letter.identity)) return [];
      moved.add(letter.identity);
      return [keyedLetter(record, letter)];
    });
    if (copies.length > 0) await publish(topic, copies);
    onProgress(moved.size, open);
  });
  // Before the originals go: a run that is stopped here finds by them what it has copied.
  await bury((await survey()).risen);
  await bury([...formerKeys]);
  await compact(topic);
  return moved.size;
};
