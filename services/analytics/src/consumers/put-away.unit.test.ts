import { expect, test } from '@jest/globals';
import { eventHeaders } from '@skillstream/contracts';
import type { LogRecord, OutgoingRecord } from '@skillstream/messaging';
import { putAway } from './put-away.ts';

const record: LogRecord = {
  ...{ topic: 'tagged', partition: 3, offset: 7, key: 'test.1', value: Buffer.from('no JSON') },
  ...{
    headers: { [eventHeaders.postingVersion]: '1' },
    timestampMs: 0,
    raw: { key: Buffer.from('test.1'), headers: {} },
  },
};
const error = new Error('no JSON');

test('a dead letter is narrated, seen and counted once it is written, however often that failed', async () => {
  let failures = 2;
  const [written, said]: [OutgoingRecord[], unknown[]] = [[], []];
  const put = putAway({
    deadLetterTopic: 'dead',
    publisher: {
      publish: async (_, letters) => {
        failures -= 1;
        if (failures >= 0) throw new Error('Kafka is away');
        written.push(...letters);
      },
    },
    narrate: ({ type }) => void said.push(type),
    sight: ({ stage, dead }) => void said.push([stage, dead]),
    onDeadLetters: (count) => void said.push(count),
  });
  await expect(put([{ record, error }])).rejects.toThrow('Kafka is away');
  await expect(put([{ record, error }])).rejects.toThrow('Kafka is away');
  expect(said).toEqual([]);
  await put([{ record, error }]);
  expect(written).toHaveLength(1);
  expect(said).toEqual(['dead-lettered', ['tagged', true], 1]);
});
