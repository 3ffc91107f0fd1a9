import { fault, loggedError } from '@skillstream/runtime';
import { deadLetterOf } from '../dead-letter.ts';
import { isMissingTopic } from '../kafka-errors.ts';
import type { LogRecord, OutgoingRecord } from '../record.ts';
import { MAX_RECORD_BYTES, recordBytes } from '../split-by-bytes.ts';
import { createTransactionalPublisher } from '../transactional-publisher.ts';
import type { Own, Owner } from './owner.ts';
import { createRunner, type RunnerSettings } from './runner.ts';

/** Steps between which tests stop a transform. */
export type TransformHooks = { beforeCommit?: (partition: number) => Promise<void> };

export type TransformSettings = Omit<RunnerSettings, 'own' | 'commitForLag' | 'restartsWithLog'> & {
  outputTopic: string;
  deadLetterTopic: string;
  /** Pure; what it throws makes a dead letter of this record, and only of this one. */
  transform: (record: LogRecord) => OutgoingRecord;
  /** Makes the output and dead-letter topics again when one is gone; without it, its absence is only logged. */
  makeTopics?: () => Promise<void>;
  onDeadLetter?: (record: LogRecord, error: unknown) => void;
  hooks?: TransformHooks;
};

/** An output that no broker would take is its own record's error, or the batch would be tried for ever. */
const withinLimit = (output: OutgoingRecord): OutgoingRecord => {
  const bytes = recordBytes(output);
  if (bytes <= MAX_RECORD_BYTES) return output;
  throw fault('too-large', `the output has ${bytes} bytes, more than the ${MAX_RECORD_BYTES} of a record`);
};

/**
 * Consume-transform-produce: outputs, dead letters and the consumed offset of a batch commit in one transaction.
 * The transactional id is made of group, topic and partition, so the next owner fences this one.
 */
export const createTransformRunner = (settings: TransformSettings) => {
  const { kafka, admin, topic, groupId, transform, outputTopic, deadLetterTopic } = settings;

  const transformAll = (records: LogRecord[]) => {
    const outputs: OutgoingRecord[] = [];
    const deadLetters: OutgoingRecord[] = [];
    for (const record of records) {
      try {
        outputs.push(withinLimit(transform(record)));
      } catch (error) {
        settings.log.warn(
          { topic, partition: record.partition, offset: record.offset, error: loggedError(error) },
          'dead letter',
        );
        settings.onDeadLetter?.(record, error);
        deadLetters.push(deadLetterOf(record, error, 1, new Date()));
      }
    }
    return { outputs, deadLetters };
  };

  const remake = async (error: unknown): Promise<never> => {
    if (isMissingTopic(error)) {
      settings.log.error({ outputTopic, deadLetterTopic }, 'a topic that is written here is not found');
      await settings.makeTopics?.();
    }
    throw error;
  };

  // Where a position is outside of the log, kafkajs overwrites the group's offset: that of ours is then the true one.
  const taken = new Map<number, number>();

  const own: Own = async (partition): Promise<Owner> => {
    // First the transactions, then the offset: kafkajs would not wait for a zombie's open transaction otherwise.
    const publisher = await createTransactionalPublisher(kafka, `${groupId}-${topic}-${partition}`);
    try {
      const committed = await admin.committed(groupId, topic, partition);
      const next = (committed === 'reset' ? taken.get(partition) : committed) ?? 0;
      return {
        next,
        release: publisher.close,
        take: async (records, upTo) => {
          const { outputs, deadLetters } = transformAll(records);
          const write = publisher.transact(async (scope) => {
            await scope.send(outputTopic, outputs);
            await scope.send(deadLetterTopic, deadLetters);
            await scope.sendOffset(groupId, topic, partition, upTo + 1);
            await settings.hooks?.beforeCommit?.(partition);
          });
          await write.catch(remake);
          taken.set(partition, upTo + 1);
          return upTo + 1;
        },
      };
    } catch (error) {
      await publisher.close();
      throw error;
    }
  };

  return createRunner({ ...settings, own, commitForLag: false, restartsWithLog: true });
};
