import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** What the gateway adds up of all parts, and what it says of itself. */
export const platformDescribed: Descriptions = {
  getLedger: {
    tag: 'watching',
    description:
      'By source: accepted = pending + in flight + counted + dead-lettered + retracted + missing. `idle` says that ' +
      'nothing moves, `balanced` that nothing moves and nothing is missing. While postings move the parts are read ' +
      'one after the other, so that a row may be off by those on their way, and `missing` is 0. Records that do ' +
      'not say whose they are stand under the source `(undecodable)`, and the sum is called `(total)`. While a part is away its last ' +
      'line is taken: nothing is claimed then, and `away` says why it is silent and how old its line is. A gateway that has heard ' +
      'nothing of it answers 503.',
    returns: 'The ledger.',
    problems: ['Unavailable'],
  },
  getStatus: {
    tag: 'watching',
    description:
      'The readiness of each service, and position and lag of each consumer by partition. A service that is away ' +
      'stands in the answer as such and fails nothing: `away` says why, and how old what is told of it is.',
    returns: 'The parts as they are.',
  },
  getHealth: {
    tag: 'watching',
    description: 'Looks at nothing else. For whoever restarts what has died.',
    returns: 'It lives.',
  },
  getReadiness: {
    tag: 'watching',
    description:
      'It does as long as it lives and is not shutting down: were it unready because one part is away, all parts ' +
      'would be. Ask /v1/status how the parts are.',
    returns: {
      200: responseOf('It takes requests.', json(ref('Readiness'))),
      503: responseOf('It is shutting down.', json(ref('Readiness'))),
    },
  },
  getMetrics: {
    tag: 'watching',
    description: 'Of this one process; each service has its own.',
    returns: {
      200: responseOf('The figures.', { 'text/plain': { schema: { type: 'string' } } }),
    },
  },
  getDescription: {
    tag: 'watching',
    description: 'OpenAPI 3.1, made from the schemas that the services check with. /docs shows it to people.',
    returns: {
      200: responseOf('The document.', json({ type: 'object', required: ['openapi', 'info', 'paths'] }), {
        headers: ['ETag', 'Cache-Control'],
      }),
    },
  },
};
