import { EVENTS_RETAINED_MS, SNAPSHOT_LIFE_MS } from '../../pipeline-channel.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';
import { responseOf } from './responses.ts';

const schemas = {
  snapshot: ref('PipelineState'),
  event: { anyOf: [ref('PipelineEvent'), ref('UnknownPipelineEvent')] },
  sighting: ref('Sighting'),
};

/** The pipeline: its state, and its live stream. */
export const pipelineDescribed: Descriptions = {
  getPipeline: {
    tag: 'watching',
    description:
      'Every service with its replicas, every topic with its consumer groups and partitions, and the totals of the ' +
      'ledger; read once a second for all who ask. A replica that has shown nothing for ' +
      `${SNAPSHOT_LIFE_MS / 1000} s is \`gone\`: its figures are its last, and \`ageSeconds\` old. What is unknown is null, never 0. ` +
      'While Redis is unavailable (`via` is `http`) each service shows one replica, whichever its address leads to. ' +
      '`objectives`: what is promised, what is left of its budget, and the alerts that fire, by the thresholds of the ' +
      'rules for Prometheus, as this replica of the gateway has seen it since its start; `alerts` is null while Redis ' +
      'is unavailable, which is not that none fires.',
    returns: 'The pipeline as it is.',
  },
  watchPipeline: {
    tag: 'watching',
    description:
      'Server-Sent Events. `snapshot`, once a second: a PipelineState; numbers are to be taken from it alone. `event`: ' +
      'what a guard did, a PipelineEvent; pass over types that you do not know. `sighting`: a real posting at a ' +
      'stage, a Sighting; postings that were sent alone, and a sample of the others, the same at all stages. Events ' +
      `of the last ${EVENTS_RETAINED_MS / 60_000} minutes come first; each has an \`id\`, by which a client that comes back knows ` +
      'those that it has seen. All of it is lossy: nothing waits for who watches. Who does not read is dropped.',
    returns: {
      200: responseOf('Events, as they come.', {
        'text/event-stream': { schema: { type: 'string' }, 'x-data-schemas': schemas },
      }),
    },
    problems: ['Unavailable'],
  },
};
