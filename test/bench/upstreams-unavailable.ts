import { sleep } from '@skillstream/async';
import { problem } from '@skillstream/contracts';
import autocannon from 'autocannon';
import type { Platform } from '../platform/platform.ts';

const SECONDS = 12;
const AWAY_MS = 3000;

type Away = {
  name: string;
  perSecond: number;
  statuses: Record<string, number>;
  recoveryMs: number;
  faults: string[];
};

const parts = (platform: Platform) => {
  const engine = (name: 'redis' | 'kafka') => ({
    down: () => platform.engines.kill(name),
    up: () => platform.engines.start(name),
  });
  const analytics = platform.service('analytics');
  return {
    redis: engine('redis'),
    kafka: engine('kafka'),
    analytics: { down: analytics.stop, up: async () => analytics.start() },
  };
};

/** What a question that nobody asked is answered: null where that is as it should be, or the wrong of it. */
const askAnew = async (url: string, n: number): Promise<{ fresh: boolean; fault: string | null }> => {
  const response = await fetch(`${url}/v1/demand?top=${100 + (n % 900)}&from=19${10 + (n % 80)}-01`);
  const text = await response.text();
  if (response.ok) return { fresh: !response.headers.has('skillstream-stale'), fault: null };
  const isProblem = response.status === 503 && problem.safeParse(JSON.parse(text)).success;
  return { fresh: false, fault: isProblem ? null : `${response.status} ${text.slice(0, 100)}` };
};

/**
 * Ends each of Redis, Kafka and analytics under the load of a bench and starts it again.
 * @returns what was answered meanwhile, and how long after the part answered again every question was answered afresh
 */
export const measureUpstreamsUnavailable = async (platform: Platform, query: string): Promise<Away[]> => {
  const found: Away[] = [];
  for (const [name, { down, up }] of Object.entries(parts(platform))) {
    const load = autocannon({ url: platform.url + query, connections: 50, duration: SECONDS });
    const faults: string[] = [];
    let n = 0;
    const watch = async (untilMs: number) => {
      while (performance.now() < untilMs)
        faults.push(...[(await askAnew(platform.url, n++)).fault ?? []].flat());
    };
    await watch(performance.now() + 1500);
    await down();
    await watch(performance.now() + AWAY_MS);
    await up();
    // From here on the part is there; analytics has a process and then to listen.
    if (name === 'analytics') await platform.service('analytics').listens();
    const backMs = performance.now();
    for (let fresh = 0; fresh < 5;) {
      const result = await askAnew(platform.url, n++);
      if (result.fault) faults.push(result.fault);
      fresh = result.fresh ? fresh + 1 : 0;
      if (!result.fresh) await sleep(20);
    }
    const recoveryMs = performance.now() - backMs;
    const { requests, statusCodeStats, errors } = await load;
    const statuses = Object.fromEntries(
      Object.entries(statusCodeStats ?? {}).map(([status, { count }]) => [status, count ?? 0]),
    );
    if (errors > 0) faults.push(`${errors} connections broke`);
    found.push({ name, perSecond: requests.average, statuses, recoveryMs, faults });
    await platform.settled();
  }
  return found;
};
