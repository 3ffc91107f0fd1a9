import { setImmediate as turn } from 'node:timers/promises';
import { appError, errorCode, loggedError } from '@skillstream/errors';
import { narrateToLog } from '@skillstream/runtime';
import { attribute, createIdleTracer, currentContext, withinSpan } from '@skillstream/telemetry';
import { deadLetterOf } from '../dead-letter.ts';
import { isMissingTopic, isTooLarge } from '../kafka-errors.ts';
import type { LogRecord, OutgoingRecord } from '../record.ts';
import { MAX_RECORD_BYTES, recordBytes } from '../split-by-bytes.ts';
import { createTransactionalPublisher, type TransactionScope } from '../transactional-publisher.ts';
import type { Acquire, Owner } from './owner.ts';
import { inTransactions, type Transformed } from './in-transactions.ts';
import { createRunner, type RunnerSettings } from './runner.ts';
import { settledOffset } from './settled-offset.ts';
import { markDead } from './trace-batch.ts';

/** Hooks where tests pause a transform. */
export type TransformHooks = { beforeCommit?: (partition: number) => Promise<void> };

export type TransformSettings = Omit<RunnerSettings, 'acquire' | 'commitForLag' | 'restartsWithLog'> & {
  outputTopic: string;
  deadLetterTopic: string;
  /**
   * Pure; null: nothing is written for this record, and it is taken. An error that it throws makes a dead letter of
   * this record, and only of this one.
   */
  transform: (record: LogRecord) => OutgoingRecord | null;
  /** Recreates the output and dead-letter topics when one is missing; without it, that is only logged. */
  makeTopics?: () => Promise<void>;
  /** Called for a dead letter once the transaction that wrote it has committed. */
  onDeadLetter?: (record: LogRecord, error: unknown) => void;
  /** Called for the outputs of a transaction once it has committed, dead letters among them. */
  onWritten?: (written: readonly Transformed[]) => void;
  hooks?: TransformHooks;
};

/** The marker that closes a transaction has an offset of its own; `lagOf` allows for one. */
const MARKER = 1;

/**
 * An output that no broker would accept is an error of its own record; otherwise the batch would be retried forever.
 */
const withinLimit = (output: OutgoingRecord): OutgoingRecord => {
  const bytes = recordBytes(output);
  if (bytes <= MAX_RECORD_BYTES) return output;
  throw appError('too-large', `the output has ${bytes} bytes, more than the ${MAX_RECORD_BYTES} of a record`);
};

/**
 * Consume-transform-produce: outputs, dead letters and the consumed offset of a batch commit in one transaction, or in
 * several where the outputs have many bytes. The transactional id is made of group, topic and partition, so the next
 * owner fences this one.
 */
export const createTransformRunner = (settings: TransformSettings) => {
  const { kafka, admin, topic, groupId, transform, outputTopic, deadLetterTopic } = settings;
  const { narrate = narrateToLog(settings.log), tracer = createIdleTracer() } = settings;

  const transformOne = (record: LogRecord): Transformed | null => {
    try {
      const output = transform(record);
      return output && { record, to: outputTopic, output: withinLimit(output) };
    } catch (error) {
      markDead(record, errorCode(error));
      return { record, to: deadLetterTopic, output: deadLetterOf(record, error, 1, new Date()), error };
    }
  };

  // Not when it is made: a transaction that fails makes it anew at every attempt, and writes none.
  const reportDead = ({ record, to, error }: Transformed) => {
    if (to !== deadLetterTopic) return;
    const { partition, offset } = record;
    const [code, reason] = [errorCode(error), loggedError(error)];
    narrate({ type: 'dead-lettered', topic, partition, offset, code, reason });
    settings.onDeadLetter?.(record, error);
  };

  const remake = async (error: unknown): Promise<never> => {
    // No record exceeds the limit here: a topic that refuses one has other settings than it must have.
    if (isMissingTopic(error) || isTooLarge(error)) {
      settings.log.error(
        { outputTopic, deadLetterTopic, error: loggedError(error) },
        'an output topic is missing or has wrong settings',
      );
      await settings.makeTopics?.();
    }
    throw error;
  };

  // For a position out of range kafkajs overwrites the group's committed offset; ours is then the right one.
  const taken = new Map<number, number>();

  const inSpan = (count: number, work: () => Promise<void>): Promise<void> => {
    const { messaging } = attribute;
    const attributes = {
      ...{ [messaging.system]: 'kafka', [messaging.destination]: outputTopic, [messaging.batchCount]: count },
      ...{ [messaging.operation]: 'commit', [messaging.operationType]: 'send' },
    };
    const options = { kind: 'producer', parent: currentContext(), attributes } as const;
    return withinSpan(tracer, `transaction ${outputTopic}`, options, work);
  };

  const acquire: Acquire = async (partition): Promise<Owner> => {
    // First the transactions, then the offset: otherwise kafkajs would not wait for a zombie's open transaction.
    const publisher = await createTransactionalPublisher(kafka, `${groupId}-${topic}-${partition}`);
    try {
      const committed = await settledOffset(() => admin.committed(groupId, topic, partition));
      const next = (committed === 'reset' ? taken.get(partition) : committed) ?? 0;
      let at = next;
      const sendOffset = (scope: TransactionScope, offset: number) =>
        scope.sendOffset(groupId, topic, partition, offset);
      return {
        next,
        release: publisher.close,
        take: async (records, upTo) => {
          for await (const { written, next } of inTransactions(records, upTo, transformOne, turn)) {
            const sent = (to: string) => written.filter((one) => one.to === to).map(({ output }) => output);
            const write = inSpan(written.length, async () =>
              publisher.transact(async (scope) => {
                await scope.send(outputTopic, sent(outputTopic));
                await scope.send(deadLetterTopic, sent(deadLetterTopic));
                await sendOffset(scope, next);
                await settings.hooks?.beforeCommit?.(partition);
              }),
            );
            await write.catch(remake);
            written.forEach(reportDead);
            settings.onWritten?.(written);
            taken.set(partition, next);
            at = next;
          }
          return upTo + 1;
        },
        // After an aborted transaction no record follows to commit with, and other replicas would see lag permanently.
        check: async (fetched) => {
          if (fetched - at <= MARKER) return null;
          await publisher.transact((scope) => sendOffset(scope, fetched));
          taken.set(partition, fetched);
          at = fetched;
          return null;
        },
      };
    } catch (error) {
      await publisher.close();
      throw error;
    }
  };

  return createRunner({ ...settings, acquire, commitForLag: false, restartsWithLog: true });
};
