import { ledger } from './ledger-api.ts';
import type { Operation } from './operation.ts';
import { pipelineState } from './pipeline-api.ts';
import { platformStatus } from './status-api.ts';

const watch = { method: 'GET', owner: 'gateway', scope: 'ops:read' } as const;

/** The public operations in which the gateway shows the platform as a whole. */
export const platformOperations = {
  getLedger: {
    ...watch,
    path: '/v1/ledger',
    rateClass: 'reads',
    response: ledger,
    summary: 'Accounts for every posting',
  },
  getStatus: {
    ...watch,
    path: '/v1/status',
    rateClass: 'reads',
    response: platformStatus,
    summary: 'Shows how every part is',
  },
  getPipeline: {
    ...watch,
    path: '/v1/pipeline',
    rateClass: 'reads',
    response: pipelineState,
    summary: 'Shows every replica, topic and partition at one moment',
  },
  watchPipeline: {
    ...watch,
    path: '/v1/pipeline/live',
    rateClass: 'streams',
    summary: 'Shows the pipeline at work: its state once a second, what guards do, and postings on their way',
  },
} as const satisfies Record<string, Operation>;
