import type { PipelineEvent, UnknownPipelineEvent } from './pipeline-events.ts';

type Of<T extends PipelineEvent['type']> = Extract<PipelineEvent, { type: T }>;
type Texts = { [T in PipelineEvent['type']]: (event: Of<T>) => string };
type GroupPartition = {
  group?: string | undefined;
  topic?: string | undefined;
  partition?: number | undefined;
};

const at = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;
const partitionText = ({ group, topic, partition }: GroupPartition): string =>
  topic === undefined || partition === undefined ? '' : ` ${at({ topic, partition })} of ${group ?? '?'}`;

const texts: Texts = {
  'partition.acquired': (e) => `acquired${partitionText(e)}, goes on at ${e.position}`,
  'partition.lost': (e) => `lost${partitionText(e)}`,
  fenced: (e) => `was fenced${partitionText(e)}: ${e.reason}`,
  'write.refused': (e) => `late write refused${partitionText(e)}: expected ${e.expected}, found ${e.found}`,
  'batch.dropped': (e) => `dropped ${e.from}..${e.to}${partitionText(e)} and reads again: ${e.reason}`,
  'reading.moved': (e) => `reads${partitionText(e)} at ${e.to}, no longer at ${e.from}`,
  'lease.taken': (e) => `took the lease ${e.lease}`,
  'lease.lost': (e) => `lost the lease ${e.lease}: ${e.reason}`,
  retried: (e) =>
    `failed ${e.failures === 1 ? 'once' : `${e.failures} times`}${partitionText(e)}, tries again: ${e.reason}`,
  // Of bytes that are no event the reason is the code alone: what they hold is never logged.
  'dead-lettered': (e) =>
    `put away ${at(e)} offset ${e.offset} as a dead letter (${e.code})${e.reason === e.code ? '' : `: ${e.reason}`}`,
  'breaker.opened': (e) => `leaves ${e.upstream} alone: ${e.reason}`,
  'breaker.closed': (e) => `calls ${e.upstream} again`,
  'views.rebuilding': (e) => `rebuilds the views of partition ${e.partition} from ${e.position}`,
  'views.caught-up': (e) => `has caught up with the views of partition ${e.partition} at ${e.position}`,
  'generation.started': (e) => `started generation ${e.generation} of ${e.topic}: ${e.reason}`,
};

/**
 * What an event says, in a line without its time and replica: the same in a terminal and on the page. Of a type that
 * this release does not know it is the type alone. The text may hold characters that a terminal would obey.
 */
export const textOfPipelineEvent = (event: PipelineEvent | UnknownPipelineEvent): string =>
  Object.hasOwn(texts, event.type) ? texts[event.type as PipelineEvent['type']](event as never) : event.type;
