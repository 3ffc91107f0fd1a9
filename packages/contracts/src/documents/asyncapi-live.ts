import { LIVE_RETAINED, LIVE_STREAM, liveChange } from '../live-api.ts';
import { jsonSchemaOf } from '../json-schema.ts';

/** No Kafka topic, but a stream in Redis, since every gateway has to hear everything. */
export const liveChannel = {
  address: LIVE_STREAM,
  description: `What was counted, second by second: a Redis stream of about ${LIVE_RETAINED} entries, the change as JSON in their field data.`,
  messages: { liveChange: { $ref: '#/components/messages/liveChange' } },
  // AsyncAPI's binding for Redis names nothing yet.
  bindings: { redis: {} },
};

export const liveMessage = {
  name: 'live.changed',
  summary: 'A replica of analytics counted postings.',
  contentType: 'application/json',
  payload: { $ref: '#/components/schemas/liveChange' },
};

export const liveSchemas = { liveChange: jsonSchemaOf(liveChange) };

const operation = (action: 'send' | 'receive', service: string, summary: string) => ({
  action,
  summary,
  tags: [{ name: service }],
  channel: { $ref: '#/channels/liveChanges' },
  messages: [{ $ref: '#/channels/liveChanges/messages/liveChange' }],
});

export const liveOperations = {
  analyticsSendsChanges: operation('send', 'analytics', 'Once a second, where anything was counted.'),
  gatewayReceivesChanges: operation('receive', 'gateway', 'Every replica hears everything, for its clients.'),
};
