export { allocatorEnv } from '../../bin/node-options.js';

/**
 * Flags of Node for a process on a machine with much memory, where V8 lets young objects take 128 MB before it looks
 * at them: with 16 MB the services had about a quarter less in all (docs/measured.md). In a pod V8 goes by
 * the pod's memory, and takes less by itself.
 */
const memoryFlags = ['--max-semi-space-size=8'];

/**
 * The same of a service. Ingestion has some 60 MB of old objects under load: it looks at them when they are three
 * times as much, where V8 by itself waits for gigabytes, and takes no more processor time for it.
 */
export const memoryFlagsOf = (service: string): string[] =>
  service === 'ingestion' ? ['--max-semi-space-size=4', '--max-old-space-size=192'] : memoryFlags;
