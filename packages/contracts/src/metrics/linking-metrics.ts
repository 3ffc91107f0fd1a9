import { oneOf } from './labels.ts';
import type { MetricTable } from './metric.ts';

/** How ingestion finds out which postings are of one job. */
export const linkingMetrics = {
  postings_to_link: {
    kind: 'gauge',
    unit: 'count',
    help: 'Postings that wait to be compared with others; counted up to 100,000, no series while that is unknown',
    services: ['ingestion'],
    labels: {},
  },
  postings_linked_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Postings that were compared with others, after each change, by how they are like one of their job',
    services: ['ingestion'],
    labels: { class: oneOf('full', 'repost', 'places', 'partial', 'none') },
  },
  linking_failures_total: {
    kind: 'counter',
    unit: 'count',
    help: 'Postings that could not be compared with others, and stay as they were',
    services: ['ingestion'],
    labels: {},
  },
} as const satisfies MetricTable;
