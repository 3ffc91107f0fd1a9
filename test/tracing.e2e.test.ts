import { startOtlpReceiver } from './platform/otlp-receiver.ts';
import { proveTracing } from './platform/prove-tracing.ts';

// As the services send them; tracing.docker.test.ts has a collector in between.
proveTracing(startOtlpReceiver);
