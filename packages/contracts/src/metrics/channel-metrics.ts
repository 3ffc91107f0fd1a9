import { serviceNames } from '../operation.ts';
import { pipelineEventTypes } from '../pipeline-events.ts';
import { oneOf } from './labels.ts';
import type { MetricTable } from './metric.ts';

/** What guards did, and what the operations channel could not pass on. */
export const channelMetrics = {
  pipeline_events_total: {
    kind: 'counter',
    unit: 'count',
    help: 'What guards did, by type',
    services: serviceNames,
    labels: { type: oneOf(...pipelineEventTypes) },
  },
  pipeline_dropped_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Events, sightings and snapshots that were dropped, since Redis was unavailable or slow',
    services: serviceNames,
    labels: {},
  },
} as const satisfies MetricTable;
