import { letterTombstone, type LogRecord, type OutgoingRecord } from '@skillstream/messaging';
import { ERASED_BY, type LetterDeps } from './letters.ts';

/** What a repetition needs of the store. */
type RepeatStore = {
  /** The runs whose tombstones of letters are old enough to be published again. */
  lettersToRepeat: (now: Date) => Promise<string[]>;
  lettersRepeated: (runIds: string[]) => Promise<void>;
};

export type RepeatDeps = Pick<LetterDeps, 'topics' | 'read' | 'publish'> & {
  store: RepeatStore;
  now: () => Date;
};

const PAGE = 1000;

/**
 * Publishes once more, a day later, what took away the letters of a run: a broker closes the segment that has the
 * text only when something is written to its partition, which nobody else may do for long. A crash repeats it.
 * @throws the store's errors, and those of Kafka
 */
export const createRepeatLetters = ({ topics, read, publish, store, now }: RepeatDeps) => {
  /** The last record of each key, where it is a tombstone of one of these runs. */
  const tombstonesIn = async (topic: string, runIds: ReadonlySet<string>): Promise<OutgoingRecord[]> => {
    const found = new Map<string, string>();
    const take = ({ key, value, headers }: LogRecord): void => {
      if (key === null) return;
      const by = headers[ERASED_BY];
      if (value === null && by !== undefined && runIds.has(by)) found.set(key, by);
      else found.delete(key);
    };
    await read(topic, (records) => records.forEach(take));
    return [...found].map(([key, by]) => ({ ...letterTombstone(key), headers: { [ERASED_BY]: by } }));
  };

  return async (): Promise<void> => {
    const runIds = await store.lettersToRepeat(now());
    if (runIds.length === 0) return;
    for (const topic of topics) {
      const tombstones = await tombstonesIn(topic, new Set(runIds));
      for (let from = 0; from < tombstones.length; from += PAGE)
        await publish(topic, tombstones.slice(from, from + PAGE));
    }
    await store.lettersRepeated(runIds);
  };
};
