import { eventHeaders } from '@skillstream/contracts';
import {
  attribute,
  nonRecordingSpan,
  errorTypeOf,
  runIn,
  type Span,
  type Tracer,
} from '@skillstream/telemetry';
import { contextOfRecord } from '../event-codec.ts';
import type { LogRecord } from '../record.ts';

const { messaging, own } = attribute;
const spans = new WeakMap<LogRecord, Span>();

/** As many as OpenTelemetry keeps of one span. */
const MOST_LINKS = 128;
const ODD = '13579bdf';

// Of a bulk load no record is sampled: each costs a look at one character.
const isSampled = ({ headers }: LogRecord): boolean => {
  const traceparent = headers[eventHeaders.traceparent];
  return traceparent?.length === 55 && ODD.includes(traceparent[54]!);
};

/**
 * The span in which a record is processed: what is made of the record carries its context. One that is not sampled
 * carries the record's own context on; null where it has none.
 */
export const spanOfRecord = (record: LogRecord): Span | null => {
  const span = spans.get(record);
  if (span) return span;
  const context = contextOfRecord(record);
  return context && nonRecordingSpan(context);
};

/** Marks the span of a record that becomes a dead letter, by the code of the error. */
export const markDead = (record: LogRecord, code: string): void => {
  const span = spans.get(record);
  span?.set({ [own.deadLetter]: true });
  span?.fail(code);
};

export type BatchTraceDeps = { tracer: Tracer; topic: string; groupId: string };

/**
 * Processes a batch within spans: one of the batch, which links to every sampled record of it, and one of each of
 * these records, in the record's own trace (`TRACE_KAFKA=parent`), or in a trace that begins here and links to it
 * (`link`). Where a batch has one sampled record only, its span is in that record's trace as well, and so is what is
 * done for the batch as a whole: a transaction, a script.
 */
export const createBatchTrace = ({ tracer, topic, groupId }: BatchTraceDeps) => {
  const isParent = tracer.kafka === 'parent';

  const begin = (records: readonly LogRecord[], partition: number) => {
    const sampled = records.flatMap((record) => {
      const context = isSampled(record) ? contextOfRecord(record) : null;
      return context ? [{ record, context }] : [];
    });
    if (sampled.length === 0) return null;
    const shared = {
      ...{ [messaging.system]: 'kafka', [messaging.destination]: topic, [messaging.group]: groupId },
      [messaging.partition]: String(partition),
    };
    const operation = (name: string) => ({
      ...shared,
      ...{ [messaging.operation]: name, [messaging.operationType]: name },
    });
    const ofBatch = {
      kind: 'consumer',
      links: sampled.slice(0, MOST_LINKS).map(({ context }) => context),
      attributes: { ...operation('receive'), [messaging.batchCount]: records.length },
    } as const;
    const name = `receive ${topic}`;
    const batch =
      isParent && sampled.length === 1
        ? tracer.start(name, sampled[0]!.context, ofBatch)
        : tracer.root(name, ofBatch);
    const processed = sampled.map(({ record, context }) => {
      const { key, offset, value, headers } = record;
      const attributes = {
        ...{ ...operation('process'), [messaging.offset]: offset, [messaging.key]: key ?? undefined },
        ...{
          [messaging.tombstone]: value === null,
          [own.postingVersion]: headers[eventHeaders.postingVersion],
        },
      };
      const span = isParent
        ? tracer.start(`process ${topic}`, context, {
            ...{ kind: 'consumer', attributes, links: [batch.context] },
          })
        : tracer.root(`process ${topic}`, {
            ...{ kind: 'consumer', attributes, links: [context, batch.context] },
          });
      spans.set(record, span);
      return span;
    });
    return { batch, all: [...processed, batch] };
  };

  return async <T>(records: readonly LogRecord[], partition: number, work: () => Promise<T>): Promise<T> => {
    const begun = begin(records, partition);
    if (begun === null) return work();
    try {
      return await runIn(begun.batch.context, work);
    } catch (error) {
      for (const span of begun.all) span.fail(errorTypeOf(error));
      throw error;
    } finally {
      for (const span of begun.all) span.end();
    }
  };
};
