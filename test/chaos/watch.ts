import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import type { Reading } from './history.ts';
import type { ChaosLoad } from './load.ts';

type Answer = {
  population: number;
  skills: { count: number }[];
  answeredFrom: { model: string; viewVersion: string | null };
};

/** Asks for both months through the gateway, again and again; what has no answer is no reading. */
export const createWatch = (url: string, load: ChaosLoad) => {
  const readings: Reading[] = [];
  const { fixed, growing } = load.months;
  let over = false;

  const ask = async (month: string, more = ''): Promise<Answer | null> => {
    const address = `${url}/v1/demand?from=${month}&to=${month}${more}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    // Not checked by a schema: an answer that must not be is what is looked for.
    return response?.ok ? ((await response.json().catch(() => null)) as Answer | null) : null;
  };
  const keep = (slice: string, result: Answer | null, least: number, most: number) => {
    if (!result) return;
    const largestCount = Math.max(0, ...result.skills.map(({ count }) => count));
    const { model, viewVersion } = result.answeredFrom;
    const from = viewVersion === null ? model : `${model} ${viewVersion}`;
    readings.push({ slice, population: result.population, largestCount, least, most, from });
  };
  const watch = async () => {
    while (!over) {
      keep('the fixed month', await ask(fixed), load.fixed, load.fixed);
      const result = await ask(growing);
      keep('the growing month', result, 0, load.attempted());
      await sleep(200);
    }
  };
  let watching: Promise<void> | null = null;
  return {
    readings,
    /** Resolves when the views have all of the fixed month; the ledger counts in the facts, which may be ahead. */
    ready: () =>
      until(`${fixed} is answered from views`, async () => {
        const result = await ask(fixed, '&via=views');
        return result?.population === load.fixed && result.answeredFrom.model === 'views';
      }),
    start: () => void (watching = watch()),
    stop: async () => {
      over = true;
      await watching;
    },
    /**
     * Reads both months once more, from views and from facts, when nothing moves any more: now every number is known.
     */
    readLast: async () => {
      const last = { [fixed]: load.fixed, [growing]: load.live() };
      for (const via of ['views', 'facts'])
        for (const [month, expected] of Object.entries(last)) {
          // Answers are up to a second old. One that stays wrong is kept, and found.
          const right = async () => (await ask(month, `&via=${via}`))?.population === expected;
          await until(`${month} is answered from ${via}`, right, 20_000).catch(() => undefined);
          keep(`${month} in the end, from ${via}`, await ask(month, `&via=${via}`), expected, expected);
        }
    },
  };
};
