import type { Readiness } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';

/** Throws, or returns false, if the dependency cannot be used now. */
export type ReadinessCheck = () => Promise<boolean> | boolean;

const withTimeout = <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const draining = { ok: false, detail: 'the service is shutting down' };

/**
 * The checks of a service's readiness; draining makes it permanently unready, and then nothing is checked any more: an
 * engine whose connection is closed already would be connected to again.
 * @param checks the checks by the names that `/readyz` shows
 */
export const createReadiness = (checks: Record<string, ReadinessCheck>, timeoutMs = 1500) => {
  let isDraining = false;
  const run = async (check: ReadinessCheck) => {
    try {
      return { ok: await withTimeout(Promise.resolve(check()), timeoutMs) };
    } catch (error) {
      return { ok: false, detail: messageOf(error) };
    }
  };
  return {
    drain: () => {
      isDraining = true;
    },
    status: async (): Promise<Readiness> => {
      if (isDraining) return { ready: false, checks: { draining } };
      const names = Object.keys(checks);
      const results = await Promise.all(names.map((name) => run(checks[name]!)));
      const status = Object.fromEntries(names.map((name, i) => [name, results[i]!]));
      return { ready: results.every((result) => result.ok), checks: status };
    },
  };
};

export type ReadinessProbe = ReturnType<typeof createReadiness>;
