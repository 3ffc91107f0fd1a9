import type { Engines } from '../packages/engines/src/index.ts';

/** Stops the engines that the global set-up started. */
export default async function globalTeardown(): Promise<void> {
  const { skillstreamEngines } = globalThis as { skillstreamEngines?: Engines };
  await skillstreamEngines?.stop();
}
