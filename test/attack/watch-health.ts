import { get } from 'node:http';
import { sleep } from '@skillstream/async';
import { messageOf } from '@skillstream/errors';
import type { Finding } from './finding.ts';

const EVERY_MS = 500;
/** As long as the liveness probe of the charts: the kubelet restarts what says nothing for a minute. */
const PATIENCE_MS = 60_000;

type Watched = { name: string; url: string };

/** As the kubelet asks: over a connection of its own, which nobody can be about to close. */
const statusOf = (url: string, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false, signal }, (res) => {
      res.resume().once('end', () => resolve(res.statusCode!));
      res.once('error', reject);
    }).once('error', reject);
  });

/** Asks every service again and again how it is, past the gateway; each time that it does not say so is a finding. */
export const createHealthWatch = (services: readonly Watched[], patienceMs = PATIENCE_MS) => {
  const findings: Finding[] = [];
  let [over, asked] = [false, 0];
  const ask = async ({ name, url }: Watched) => {
    try {
      const status = await statusOf(`${url}/healthz`, AbortSignal.timeout(patienceMs));
      if (status !== 200) throw new Error(`it answers ${status}`);
    } catch (error) {
      findings.push({ kind: 'healthz', about: name, detail: messageOf(error), numbers: [] });
    }
  };
  const watch = async (service: Watched) => {
    while (!over) {
      await ask(service);
      asked += 1;
      await sleep(EVERY_MS);
    }
  };
  let watching: Promise<unknown> = Promise.resolve();
  return {
    findings,
    asked: () => asked,
    start: () => void (watching = Promise.all(services.map(watch))),
    stop: async () => {
      over = true;
      await watching;
    },
  };
};
