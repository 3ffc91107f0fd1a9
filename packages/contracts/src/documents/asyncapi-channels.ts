import {
  DEFAULT_TOPIC_PARTITIONS,
  DELETE_RETENTION_MS,
  MAX_COMPACTION_LAG_MS,
  MIN_COMPACTION_LAG_MS,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  SEGMENT_MS,
  taggedDeadLetters,
  type TopicSpec,
} from '../topics.ts';
import { BINDING_VERSION, type MessageName } from './asyncapi-messages.ts';

/** Every topic by its name in the document, with its messages. */
export const topicChannels = {
  postingsReceived: {
    spec: postingsReceived,
    messages: ['postingReceived', 'postingRetracted', 'postingExpired'],
  },
  postingsTagged: { spec: postingsTagged, messages: ['postingTagged', 'postingRetracted'] },
  receivedDeadLetters: { spec: receivedDeadLetters, messages: ['deadLetter'] },
  taggedDeadLetters: { spec: taggedDeadLetters, messages: ['deadLetter'] },
} satisfies Record<string, { spec: TopicSpec; messages: MessageName[] }>;
export type ChannelName = keyof typeof topicChannels;

// AsyncAPI's Kafka binding does not name these three.
const compacted = {
  topicConfiguration: { 'cleanup.policy': ['compact'], 'delete.retention.ms': DELETE_RETENTION_MS },
  'x-min.compaction.lag.ms': MIN_COMPACTION_LAG_MS,
  'x-max.compaction.lag.ms': MAX_COMPACTION_LAG_MS,
  'x-segment.ms': SEGMENT_MS,
};

const channelOf = ({ spec, messages }: { spec: TopicSpec; messages: readonly MessageName[] }) => ({
  address: spec.name,
  description: spec.description,
  messages: Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  bindings: {
    kafka: {
      topic: spec.name,
      partitions: DEFAULT_TOPIC_PARTITIONS,
      ...compacted,
      bindingVersion: BINDING_VERSION,
    },
  },
});

/** The channels of the document. */
export const channels = () =>
  Object.fromEntries(Object.entries(topicChannels).map(([name, channel]) => [name, channelOf(channel)]));
