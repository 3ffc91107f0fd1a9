export * as attribute from './attributes.ts';
export * from './create-telemetry.ts';
export * from './current-context.ts';
export { createIdleTracer } from './idle-tracer.ts';
export * from './telemetry-config.ts';
export * from './trace-context.ts';
export * from './tracer.ts';
