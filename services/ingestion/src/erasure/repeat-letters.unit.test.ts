import { expect, test } from '@jest/globals';
import type { LogRecord, OutgoingRecord } from '@skillstream/messaging';
import { createRepeatLetters } from './repeat-letters.ts';

const letter = (key: string) => ({ key, value: Buffer.from('{}'), headers: {} });
const erased = (key: string, by: string) => ({ key, value: null, headers: { dlq_erasedby: by } });
const retried = (key: string) => ({ key, value: null, headers: {} });
type Stored = Pick<LogRecord, 'key' | 'value' | 'headers'>;

/** Topics in memory, of which the second cannot be written. */
const repeatingIn = (logs: Record<string, Stored[]>, dies = false) => {
  let due = ['mine'];
  const published: [topic: string, key: unknown, by: unknown][] = [];
  const repeat = createRepeatLetters({
    topics: Object.keys(logs),
    read: async (topic, onRecords) => onRecords(logs[topic] as LogRecord[]),
    publish: async (topic, records: readonly OutgoingRecord[]) => {
      if (dies && topic === 'two') throw new Error('dead');
      published.push(
        ...records.map(({ key, headers }): [string, unknown, unknown] => [
          topic,
          key,
          headers['dlq_erasedby'],
        ]),
      );
    },
    store: {
      lettersToRepeat: async () => due,
      lettersRepeated: async (runIds) => void (due = due.filter((one) => !runIds.includes(one))),
    },
    now: () => new Date(),
  });
  return { repeat, published, due: () => due };
};
const logs = {
  one: [letter('a'), letter('b'), letter('c'), erased('a', 'mine'), erased('b', 'other'), retried('c')],
  two: [erased('d', 'mine'), letter('d'), erased('e', 'mine')],
};

test('what took the letters of a run away is published once more, and nothing else', async () => {
  const { repeat, published, due } = repeatingIn(logs);
  await repeat();
  expect(published).toEqual([
    ['one', 'a', 'mine'],
    ['two', 'e', 'mine'],
  ]);
  expect(due()).toEqual([]);
  await repeat();
  expect(published).toHaveLength(2);
});

test('what could not be published once more is due still', async () => {
  const { repeat, due } = repeatingIn(logs, true);
  await expect(repeat()).rejects.toThrow('dead');
  expect(due()).toEqual(['mine']);
});
