import {
  DEFAULT_TOPIC_PARTITIONS,
  DELETE_RETENTION_MS,
  MIN_COMPACTION_LAG_MS,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
  type TopicSpec,
} from '../topics.ts';
import { BINDING_VERSION, type MessageName } from './asyncapi-messages.ts';

/** Every topic by its name in the document, with its messages. */
export const topicChannels = {
  postingsReceived: { spec: postingsReceived, messages: ['postingReceived', 'postingRetracted'] },
  postingsTagged: { spec: postingsTagged, messages: ['postingTagged', 'postingRetracted'] },
  receivedDeadLetters: { spec: receivedDeadLetters, messages: ['deadLetter'] },
  taggedDeadLetters: { spec: taggedDeadLetters, messages: ['deadLetter'] },
} satisfies Record<string, { spec: TopicSpec; messages: MessageName[] }>;
export type ChannelName = keyof typeof topicChannels;

// AsyncAPI's Kafka binding does not name min.compaction.lag.ms.
const compacted = {
  topicConfiguration: { 'cleanup.policy': ['compact'], 'delete.retention.ms': DELETE_RETENTION_MS },
  'x-min.compaction.lag.ms': MIN_COMPACTION_LAG_MS,
};
const kept = {
  topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1, 'retention.bytes': -1 },
};

const channelOf = ({ spec, messages }: { spec: TopicSpec; messages: readonly MessageName[] }) => ({
  address: spec.name,
  description: spec.description,
  messages: Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  bindings: {
    kafka: {
      topic: spec.name,
      partitions: DEFAULT_TOPIC_PARTITIONS,
      ...(spec.cleanup === 'compact' ? compacted : kept),
      bindingVersion: BINDING_VERSION,
    },
  },
});

/** The channels of the document. */
export const channels = () =>
  Object.fromEntries(Object.entries(topicChannels).map(([name, channel]) => [name, channelOf(channel)]));
