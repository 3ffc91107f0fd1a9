import { startCollector } from './docker/collector.ts';
import { proveTracing } from './platform/prove-tracing.ts';

proveTracing(startCollector);
