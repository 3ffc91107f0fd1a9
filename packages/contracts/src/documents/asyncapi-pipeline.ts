import { jsonSchemaOf } from '../json-schema.ts';
import { serviceNames } from '../operation.ts';
import { PIPELINE_EVENTS, PIPELINE_SIGHTINGS } from '../pipeline-channel.ts';
import { pipelineEvent, sighting } from '../pipeline-events.ts';

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** The operations channel: publish/subscribe in Redis, lossy by contract. */
export const pipelineChannels = {
  pipelineEvents: {
    address: PIPELINE_EVENTS,
    description:
      'What guards did, by Redis publish/subscribe: nobody waits for it, and what is not heard is gone. Types are added: pass over those that you do not know.',
    messages: { pipelineEvent: ref('messages', 'pipelineEvent') },
    bindings: { redis: {} },
  },
  pipelineSightings: {
    address: PIPELINE_SIGHTINGS,
    description: 'A sample of postings at the stages of their way, by Redis publish/subscribe, as lossy.',
    messages: { sighting: ref('messages', 'sighting') },
    bindings: { redis: {} },
  },
};

const message = (name: string, summary: string, schema: string) => ({
  ...{ name, summary, contentType: 'application/json' },
  payload: ref('schemas', schema),
});

export const pipelineMessages = {
  pipelineEvent: message('pipeline.event', 'A guard of a replica did something.', 'pipelineEvent'),
  sighting: message('posting.sighted', 'A posting was seen at a stage.', 'sighting'),
};

export const pipelineSchemas = {
  pipelineEvent: jsonSchemaOf(pipelineEvent),
  sighting: jsonSchemaOf(sighting),
};

const operation = (
  action: 'send' | 'receive',
  service: string,
  channel: string,
  name: string,
  summary: string,
) => ({
  ...{ action, summary, tags: [{ name: service }] },
  channel: { $ref: `#/channels/${channel}` },
  messages: [{ $ref: `#/channels/${channel}/messages/${name}` }],
});

const processing = serviceNames.filter((service) => service !== 'gateway');

/** Every service narrates; those that process postings let some be seen; the gateway hears both. */
export const pipelineOperations = {
  ...Object.fromEntries(
    serviceNames.map((service) => [
      `${service}Narrates`,
      operation('send', service, 'pipelineEvents', 'pipelineEvent', 'What its guards do, once each.'),
    ]),
  ),
  ...Object.fromEntries(
    processing.map((service) => [
      `${service}SightsPostings`,
      operation('send', service, 'pipelineSightings', 'sighting', 'A sample, the same at all stages.'),
    ]),
  ),
  gatewayHearsEvents: operation(
    ...(['receive', 'gateway', 'pipelineEvents', 'pipelineEvent'] as const),
    'For those who watch the pipeline.',
  ),
  gatewayHearsSightings: operation(
    ...(['receive', 'gateway', 'pipelineSightings', 'sighting'] as const),
    'For those who watch the pipeline.',
  ),
};
