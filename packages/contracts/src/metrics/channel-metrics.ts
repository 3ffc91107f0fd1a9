import { serviceNames } from '../operation.ts';
import { pipelineEvent } from '../pipeline-events.ts';
import { oneOf } from './labels.ts';
import type { MetricTable } from './metric.ts';

const eventTypes = pipelineEvent.options.map((option) => option.shape.type.value);

/** What guards did, and what the operations channel could not pass on. */
export const channelMetrics = {
  pipeline_events_total: {
    kind: 'counter',
    unit: 'count',
    help: 'What guards did, by type',
    services: serviceNames,
    labels: { type: oneOf(...eventTypes) },
  },
  pipeline_dropped_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Events, sightings and snapshots that were dropped, since Redis was unavailable or slow',
    services: serviceNames,
    labels: {},
  },
} as const satisfies MetricTable;
