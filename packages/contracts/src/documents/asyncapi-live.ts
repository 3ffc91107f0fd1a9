import { LIVE_RETAINED, LIVE_STREAM, liveChange } from '../live-api.ts';
import { jsonSchemaOf } from '../json-schema.ts';

/** The only channel that is not a Kafka topic: a Redis stream, since every gateway must receive every change. */
export const liveChannel = {
  address: LIVE_STREAM,
  description: `Changes of the counts, once a second: a Redis stream of about ${LIVE_RETAINED} entries, each with the change as JSON in the field data.`,
  messages: { liveChange: { $ref: '#/components/messages/liveChange' } },
  // AsyncAPI's Redis binding defines no properties yet.
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
  analyticsSendsChanges: operation('send', 'analytics', 'Once a second, if anything was counted.'),
  gatewayReceivesChanges: operation(
    'receive',
    'gateway',
    'Every replica receives every change and forwards it to its clients.',
  ),
};
