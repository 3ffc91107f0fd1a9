import { ledger } from './ledger-api.ts';
import type { Operation } from './operation.ts';
import { pipelineState } from './pipeline-api.ts';
import { signIn } from './sign-in-api.ts';
import { platformStatus } from './status-api.ts';

const watch = { method: 'GET', owner: 'gateway', scope: 'ops:read' } as const;

/** The public operations in which the gateway shows the platform as a whole. */
export const platformOperations = {
  getLedger: {
    ...watch,
    path: '/v1/ledger',
    rateClass: 'reads',
    paced: true,
    response: ledger,
    summary: 'Returns the ledger: what became of every accepted posting',
  },
  getStatus: {
    ...watch,
    path: '/v1/status',
    rateClass: 'reads',
    paced: true,
    response: platformStatus,
    summary: 'Returns the status of all services and consumers',
  },
  getPipeline: {
    ...watch,
    path: '/v1/pipeline',
    rateClass: 'reads',
    paced: true,
    response: pipelineState,
    summary: 'Returns the state of the pipeline: replicas, topics, partitions, ledger',
  },
  getSignIn: {
    method: 'GET',
    owner: 'gateway',
    // Asked by who has no token yet.
    scope: null,
    path: '/v1/sign-in',
    rateClass: 'reads',
    response: signIn,
    summary: 'Tells what takes a token here, and which issuer the page signs in with',
  },
  watchPipeline: {
    ...watch,
    path: '/v1/pipeline/live',
    rateClass: 'streams',
    summary: 'Streams the state of the pipeline once a second, narrated events, and sightings of postings',
  },
} as const satisfies Record<string, Operation>;
