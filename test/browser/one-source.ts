import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';

const AT_ONCE = 2;

type Asked = { inFlight: number; most: number; all: number; refused: number };

/** A page about one source, whose every figure is counted from the facts. */
export const oneSourceWaitsItsTurn = ({ withPage }: Stage): void => {
  test('a page of one source asks the facts two queries at a time, each once, and has all its figures', () =>
    withPage(async ({ show, page }) => {
      await page.addInitScript(() => {
        const asked: Asked = { inFlight: 0, most: 0, all: 0, refused: 0 };
        const usual = globalThis.fetch.bind(globalThis);
        globalThis.fetch = async (input, init) => {
          const url = input instanceof Request ? input.url : String(input);
          if (!url.includes('source=hn')) return usual(input, init);
          asked.all += 1;
          asked.inFlight += 1;
          asked.most = Math.max(asked.most, asked.inFlight);
          try {
            const response = await usual(input, init);
            asked.refused += Number(response.status === 503);
            return response;
          } finally {
            asked.inFlight -= 1;
          }
        };
        Object.assign(globalThis, { askedFacts: asked });
      });
      await show('/?source=hn');
      await until('every figure is there', async () => (await page.locator('figure').count()) === 4);
      const asked = await page.evaluate(() => (globalThis as unknown as { askedFacts: Asked }).askedFacts);
      process.stderr.write(`a page of one source: ${asked.all} queries of facts, ${asked.refused} refused\n`);
      expect(asked.most).toBe(AT_ONCE);
    }));
};
