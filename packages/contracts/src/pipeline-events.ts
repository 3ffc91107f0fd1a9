import { z } from 'zod';
import { serviceNames } from './operation.ts';

const count = z.int().nonnegative();
const name = z.string().min(1).max(200);
const reason = z.string().max(500);

/** Which replica, and when; `id` is unique. */
export const pipelineOrigin = z.object({
  id: z.string().min(1).max(100),
  at: z.iso.datetime(),
  service: z.enum(serviceNames),
  /** The name of this start of this replica. */
  replica: name,
});
export type PipelineOrigin = z.infer<typeof pipelineOrigin>;

const event = <T extends string, F extends z.ZodRawShape>(type: T, fields: F) =>
  z.object({ type: z.literal(type), ...pipelineOrigin.shape, ...fields });
const partition = { group: name, topic: name, partition: count };

/**
 * What a guard did, in the past tense. `position` is the offset that is read next.
 * Types may be added: readers use `readPipelineEvent`, which takes those that it does not know, too.
 */
export const pipelineEvent = z.discriminatedUnion('type', [
  /** A consumer reads this partition from `position` on. */
  event('partition.acquired', { ...partition, position: count }),
  /** It no longer does: another replica reads it, or this one has left the group. */
  event('partition.lost', partition),
  /** The engine refused whoever believes to own something still: a transactional producer, or the relay. */
  event('fenced', { ...partition, reason }).partial({ group: true, topic: true, partition: true }),
  /** A write was refused, since the stored position is not the one that the writer expected. */
  event('write.refused', { ...partition, expected: z.int(), found: z.int() }),
  /** The records from `from` to `to` that were read are dropped, and read again. */
  event('batch.dropped', { ...partition, from: count, to: count, reason }),
  /** Reading continues elsewhere than it was: `from` was to be read next, now `to` is. */
  event('reading.moved', { ...partition, from: z.int(), to: z.int() }),
  event('lease.taken', { lease: name }),
  event('lease.lost', { lease: name, reason }),
  /** The step failed so many times in a row, and is tried again after a pause. */
  event('retried', { ...partition, failures: count, reason }).partial({
    group: true,
    topic: true,
    partition: true,
  }),
  /** A record cannot be processed; it is put away with the reason. */
  event('dead-lettered', { topic: name, partition: count, offset: count, code: name, reason }),
  event('breaker.opened', { upstream: name, reason }),
  event('breaker.closed', { upstream: name }),
  /** The views of a partition answer no queries until they have caught up. */
  event('views.rebuilding', { partition: count, position: z.int() }),
  event('views.caught-up', { partition: count, position: z.int() }),
  /** The read models are built from this log from its start. */
  event('generation.started', { topic: name, generation: count, log: name, reason }),
]);
export type PipelineEvent = z.infer<typeof pipelineEvent>;
export type PipelineEventType = PipelineEvent['type'];
export const pipelineEventTypes = pipelineEvent.options.map((option) => option.shape.type.value);

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event as a guard gives it, without what every event of its replica has. */
export type Narrated = Without<PipelineEvent, keyof PipelineOrigin>;

/** An event of a type that this release does not know. */
export const unknownPipelineEvent = z.looseObject({ type: name, ...pipelineOrigin.shape });
export type UnknownPipelineEvent = z.infer<typeof unknownPipelineEvent>;

/**
 * Reads an event, also one of a type that a later release has added.
 * @returns null for what is no event at all
 */
export const readPipelineEvent = (value: unknown): PipelineEvent | UnknownPipelineEvent | null => {
  const known = pipelineEvent.safeParse(value);
  if (known.success) return known.data;
  const other = unknownPipelineEvent.safeParse(value);
  return other.success ? other.data : null;
};

/** The stages at which a posting is seen on its way. */
export const sightingStages = [
  'accepted',
  'published',
  'tagged',
  'counted-in-views',
  'counted-in-facts',
] as const;

/**
 * A real posting, seen at a stage. Only some are: those that were sent alone, and of others a sample that is the same
 * at all stages.
 */
export const sighting = z.object({
  ...pipelineOrigin.shape,
  stage: z.enum(sightingStages),
  postingId: name,
  version: z.int().positive(),
  topic: name.optional(),
  partition: count.optional(),
  offset: count.optional(),
  /** Its record was put away as a dead letter by this service: `stage` is the last that it reached. */
  dead: z.boolean().optional(),
});
export type Sighting = z.infer<typeof sighting>;
