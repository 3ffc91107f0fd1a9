import { serviceNames } from '../operation.ts';
import type { Metric, MetricTable } from './metric.ts';

const gauge = (unit: Metric['unit'], help: string, labels: Metric['labels'] = {}): Metric => ({
  kind: 'gauge',
  ...{ unit, help, services: serviceNames, labels },
});
const counter = (help: string): Metric => ({
  kind: 'counter',
  ...{ unit: 'seconds', help, services: serviceNames, labels: {} },
});
const ofType = { type: { most: 20, of: 'types of libuv handles, requests and resources' } };
const ofSpace = { space: { most: 20, of: 'spaces of V8’s heap' } };

/** What prom-client reports of every process; the names are its own, after our prefix. */
export const processMetrics = {
  process_cpu_user_seconds_total: counter('CPU time spent in user code'),
  process_cpu_system_seconds_total: counter('CPU time spent in the kernel'),
  process_cpu_seconds_total: counter('CPU time spent'),
  process_start_time_seconds: gauge('seconds', 'Start of the process, since 1970'),
  process_resident_memory_bytes: gauge('bytes', 'Resident memory'),
  process_virtual_memory_bytes: gauge('bytes', 'Virtual memory'),
  process_heap_bytes: gauge('bytes', 'Heap of the process'),
  process_open_fds: gauge('count', 'Open file descriptors'),
  process_max_fds: gauge('count', 'The most file descriptors that may be open'),
  nodejs_eventloop_lag_seconds: gauge('seconds', 'Delay of the event loop at this scrape'),
  nodejs_eventloop_lag_min_seconds: gauge('seconds', 'Least delay of the event loop since the last scrape'),
  nodejs_eventloop_lag_max_seconds: gauge('seconds', 'Largest delay of the event loop since the last scrape'),
  nodejs_eventloop_lag_mean_seconds: gauge('seconds', 'Mean delay of the event loop since the last scrape'),
  nodejs_eventloop_lag_stddev_seconds: gauge('seconds', 'Standard deviation of the delays'),
  nodejs_eventloop_lag_p50_seconds: gauge('seconds', 'Median delay of the event loop since the last scrape'),
  nodejs_eventloop_lag_p90_seconds: gauge('seconds', '90th percentile of the delays since the last scrape'),
  nodejs_eventloop_lag_p99_seconds: gauge('seconds', '99th percentile of the delays since the last scrape'),
  nodejs_active_resources: gauge('count', 'Resources that keep the event loop alive', ofType),
  nodejs_active_resources_total: gauge('count', 'All of them'),
  nodejs_active_handles: gauge('count', 'Open handles of libuv', ofType),
  nodejs_active_handles_total: gauge('count', 'All of them'),
  nodejs_active_requests: gauge('count', 'Requests of libuv under way', ofType),
  nodejs_active_requests_total: gauge('count', 'All of them'),
  nodejs_heap_size_total_bytes: gauge('bytes', 'V8’s heap'),
  nodejs_heap_size_used_bytes: gauge('bytes', 'Used part of V8’s heap'),
  nodejs_external_memory_bytes: gauge('bytes', 'Memory of buffers outside V8’s heap'),
  nodejs_heap_space_size_total_bytes: gauge('bytes', 'Size of a space of the heap', ofSpace),
  nodejs_heap_space_size_used_bytes: gauge('bytes', 'Used part of a space of the heap', ofSpace),
  nodejs_heap_space_size_available_bytes: gauge('bytes', 'Free part of a space of the heap', ofSpace),
  nodejs_gc_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time of garbage collections',
    services: serviceNames,
    labels: { kind: { most: 4, of: '`minor`, `major`, `incremental`, `weakcb`' } },
    buckets: [0.001, 0.01, 0.1, 1, 2, 5],
  },
} as const satisfies MetricTable;
