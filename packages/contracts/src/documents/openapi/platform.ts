import { responseOf, json } from './responses.ts';
import { ref } from './components.ts';
import type { Descriptions } from './operation.ts';

/** What the gateway aggregates from all services, and its own endpoints. */
export const platformDescribed: Descriptions = {
  getLedger: {
    tag: 'watching',
    description:
      'By source: accepted = pending + in flight + counted + dead-lettered + retracted + missing. `idle` means ' +
      'that nothing is in flight, `balanced` that nothing is in flight and nothing is missing. While postings ' +
      'are in flight the services are read one after the other, so that a row may deviate by those postings, ' +
      'and `missing` is 0. Records whose source cannot be decoded are counted under the source ' +
      '`(undecodable)`; the total is `(total)`. While a service is unavailable its last row is used: then ' +
      'neither flag is set, and `away` gives the reason and the age of that row. If the gateway never had a ' +
      'row of it, the response is 503.',
    returns: 'The ledger.',
    problems: ['Unavailable'],
  },
  getStatus: {
    tag: 'watching',
    description:
      'The readiness of each service, and position and lag of each consumer by partition. An unavailable ' +
      'service is reported as such and fails nothing: `away` gives the reason and the age of what is reported ' +
      'of it.',
    returns: 'The status of the services and consumers.',
  },
  getSignIn: {
    tag: 'watching',
    description:
      'Open to everybody. `tokenNeededFor` are the scopes that take a token in this installation; `issuer` is ' +
      'the OpenID provider whose authorization code flow with PKCE the page uses, null where none is ' +
      'configured for it. Nothing in it is secret: the page is a public client (RFC 6749, 2.1).',
    returns: 'What takes a token, and where a person gets one.',
  },
  getHealth: {
    tag: 'watching',
    description: 'Checks the process only, no dependencies. For liveness probes.',
    returns: 'The process is alive.',
  },
  getReadiness: {
    tag: 'watching',
    description:
      'Ready from start to shutdown: if the gateway were unready because one service is unavailable, all ' +
      'services would be unavailable. See /v1/status for the services.',
    returns: {
      200: responseOf('The gateway is ready.', json(ref('Readiness'))),
      503: responseOf('The gateway is shutting down.', json(ref('Readiness'))),
    },
  },
  getDescription: {
    tag: 'watching',
    description:
      'OpenAPI 3.1, generated from the schemas that the services validate with. /docs shows it as a web page.',
    returns: {
      200: responseOf('The document.', json({ type: 'object', required: ['openapi', 'info', 'paths'] }), {
        headers: ['ETag', 'Cache-Control'],
      }),
    },
  },
};
