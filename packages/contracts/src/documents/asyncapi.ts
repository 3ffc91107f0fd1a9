import { groups } from '../topics.ts';
import { channels, topicChannels, type ChannelName } from './asyncapi-channels.ts';
import { liveChannel, liveMessage, liveOperations, liveSchemas } from './asyncapi-live.ts';
import { BINDING_VERSION, messages, payloadSchemas } from './asyncapi-messages.ts';
import {
  pipelineChannels,
  pipelineMessages,
  pipelineOperations,
  pipelineSchemas,
} from './asyncapi-pipeline.ts';

type Operation = {
  action: 'send' | 'receive';
  service: string;
  channel: ChannelName;
  group?: string;
  summary: string;
};

// The sender and the receivers of each channel; consumers of a group share its offsets.
const operations: Record<string, Operation> = {
  ingestionSendsPostings: {
    action: 'send',
    service: 'ingestion',
    channel: 'postingsReceived',
    summary: 'The outbox relay publishes accepted postings; nothing else writes to this topic.',
  },
  taggingReceivesPostings: {
    action: 'receive',
    service: 'tagging',
    channel: 'postingsReceived',
    group: groups.tagging,
    summary: 'Consumes each posting exactly once, in the transaction that publishes its tags.',
  },
  taggingSendsTags: {
    action: 'send',
    service: 'tagging',
    channel: 'postingsTagged',
    summary: 'Publishes tagged postings; nothing else writes to this topic.',
  },
  taggingSendsDeadLetters: {
    action: 'send',
    service: 'tagging',
    channel: 'receivedDeadLetters',
    summary: 'Records that tagging cannot process, in the same transaction as the rest of the batch.',
  },
  analyticsReceivesTagsForViews: {
    action: 'receive',
    service: 'analytics',
    channel: 'postingsTagged',
    group: groups.views,
    summary: 'Updates the views; the authoritative position is stored beside them in Redis.',
  },
  analyticsReceivesTagsForFacts: {
    action: 'receive',
    service: 'analytics',
    channel: 'postingsTagged',
    group: groups.facts,
    summary: 'Updates the facts; the authoritative position is stored beside them in MongoDB.',
  },
  analyticsSendsDeadLetters: {
    action: 'send',
    service: 'analytics',
    channel: 'taggedDeadLetters',
    summary: 'Records that neither projection can process.',
  },
  analyticsReceivesTaggingsDeadLetters: {
    action: 'receive',
    service: 'analytics',
    channel: 'receivedDeadLetters',
    summary: 'Counts dead letters for the ledger.',
  },
  analyticsReceivesItsDeadLetters: {
    action: 'receive',
    service: 'analytics',
    channel: 'taggedDeadLetters',
    summary: 'Counts dead letters for the ledger.',
  },
};

const groupBinding = (group: string) => ({
  kafka: { groupId: { type: 'string', const: group }, bindingVersion: BINDING_VERSION },
});

const operationOf = ({ action, service, channel, group, summary }: Operation) => ({
  action,
  summary,
  tags: [{ name: service }],
  channel: { $ref: `#/channels/${channel}` },
  messages: topicChannels[channel].messages.map((name) => ({
    $ref: `#/channels/${channel}/messages/${name}`,
  })),
  ...(group === undefined ? {} : { bindings: groupBinding(group) }),
});

/**
 * The AsyncAPI 3.0 document of the platform (https://www.asyncapi.com/docs/reference/specification/v3.0.0), generated
 * from the zod schemas and the topics alone.
 */
export const asyncApiDocument = (): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Skillstream events',
    version: '1.0.0',
    description:
      'CloudEvents 1.0 in the binary mode of their Kafka binding: attributes in headers, the data as JSON. ' +
      'Within a major version a schema only gains optional fields. Before every name stands the prefix of the ' +
      'installation, if it has one (KAFKA_PREFIX, REDIS_PREFIX).',
    license: { name: 'Apache-2.0' },
  },
  defaultContentType: 'application/json',
  channels: { ...channels(), liveChanges: liveChannel, ...pipelineChannels },
  operations: {
    ...Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [name, operationOf(operation)]),
    ),
    ...liveOperations,
    ...pipelineOperations,
  },
  components: {
    messages: { ...messages, liveChange: liveMessage, ...pipelineMessages },
    schemas: { ...payloadSchemas, ...liveSchemas, ...pipelineSchemas },
  },
});
