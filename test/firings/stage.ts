import { until } from '@skillstream/async/testing';
import { serviceNames } from '@skillstream/contracts';
import { startPlatform } from '../platform/platform.ts';
import { startPrometheus, type Prometheus } from '../rules/prometheus.ts';
import { clockedGroups, scrapeEvery, type Clocks } from './clocks.ts';
import type { Stage } from './fault.ts';

/** Of a counter that is first seen after a fault nobody knows that it has risen. */
const scrapedSomeTimes = ({ query }: Prometheus) =>
  until('all services were scraped some times', async () => {
    const counts = await query('sum_over_time(up{job="skillstream"}[1m])');
    return counts.length === serviceNames.length && counts.every(({ value }) => value > 4);
  });

/** Starts a platform with engines of its own, and a Prometheus that scrapes it with rules by these clocks. */
export const startStage = async (clocks: Clocks): Promise<Stage & { stop: () => Promise<void> }> => {
  const platform = await startPlatform();
  let prometheus: Prometheus | null = null;
  const stop = async () => {
    await prometheus?.stop();
    await platform.stop();
  };
  // Whoever gives up leaves no service behind, and none that stands still.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    const targets = Object.fromEntries(
      serviceNames.map((name) => [name, platform.service(name).managementUrl]),
    );
    const settings = { scrapeEvery: scrapeEvery(clocks) };
    prometheus = await startPrometheus(targets, clockedGroups(clocks), settings);
    await scrapedSomeTimes(prometheus);
    return { platform, prometheus, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
