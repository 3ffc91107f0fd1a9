import { boardOutcomes } from '../boards-api.ts';
import { oneOf } from './labels.ts';
import type { Metric, MetricTable } from './metric.ts';

/** The most sources of one file. */
const MOST_SOURCES = 200;
const source = { most: MOST_SOURCES, of: 'sources that are read from job boards' };
const ofEachSource = {
  ...{ kind: 'gauge', unit: 'seconds', services: ['ingestion'], labels: { source } },
} as const satisfies Omit<Metric, 'help'>;

/** How ingestion reads job boards. */
export const boardMetrics = {
  board_runs_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Runs of sources that are read from job boards, by how they ended',
    services: ['ingestion'],
    labels: { outcome: oneOf(...boardOutcomes, 'broken-off') },
  },
  board_unread_seconds: {
    ...ofEachSource,
    help: 'How long ago a source was read to its end, or added; no series while it is paused, or that is not known',
  },
  board_interval_seconds: { ...ofEachSource, help: 'How often a source is to be read' },
} as const satisfies MetricTable;
