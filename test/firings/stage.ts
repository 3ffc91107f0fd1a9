import { serviceNames } from '@skillstream/contracts';
import { startPlatform } from '../platform/platform.ts';
import { startPrometheus } from '../rules/prometheus.ts';
import { clockedGroups, SCRAPE_EVERY, type Clocks } from './clocks.ts';
import type { Stage } from './fault.ts';

/** Starts a platform with engines of its own, and a Prometheus that scrapes it with rules by these clocks. */
export const startStage = async (clocks: Clocks): Promise<Stage & { stop: () => Promise<void> }> => {
  const platform = await startPlatform();
  const targets = Object.fromEntries(serviceNames.map((name) => [name, platform.service(name).url]));
  try {
    const prometheus = await startPrometheus(targets, clockedGroups(clocks), { scrapeEvery: SCRAPE_EVERY });
    const stop = async () => {
      await prometheus.stop();
      await platform.stop();
    };
    // Whoever gives up leaves no service behind, and none that stands still.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop().finally(() => process.exit(1)));
    return { platform, prometheus, stop };
  } catch (error) {
    await platform.stop();
    throw error;
  }
};
