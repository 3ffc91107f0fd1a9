import { sleep } from '@skillstream/async';
import { readiness } from '@skillstream/contracts';

const POLL_MS = 200;
const REMIND_MS = 10_000;

/** What a service still waits for; null when it is ready. */
export const waitsFor = async (port: number): Promise<string | null> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) });
    const { ready, checks } = readiness.parse(await response.json());
    if (ready) return null;
    const open = Object.entries(checks).filter(([, check]) => !check.ok);
    return open.map(([name, { detail }]) => (detail ? `${name} (${detail})` : name)).join(', ');
  } catch {
    return 'its process';
  }
};

/** Waits for every service, however late an engine is; prints when each is ready, and periodically which are not. */
export const waitUntilReady = async (
  services: { name: string; port: number }[],
  report: (line: string) => void,
  signal: AbortSignal,
  word: 'ready' | 'ready again' = 'ready',
): Promise<void> => {
  const startedMs = performance.now();
  const seconds = () => ((performance.now() - startedMs) / 1000).toFixed(1);
  const one = async ({ name, port }: { name: string; port: number }) => {
    let remindedMs = performance.now();
    while (!signal.aborted) {
      const open = await waitsFor(port);
      if (open === null) return report(`${name} is ${word} on port ${port} after ${seconds()} s`);
      if (performance.now() - remindedMs > REMIND_MS) {
        report(`${name} still waits for ${open}`);
        remindedMs = performance.now();
      }
      await sleep(POLL_MS, signal);
    }
  };
  await Promise.all(services.map(one));
};
