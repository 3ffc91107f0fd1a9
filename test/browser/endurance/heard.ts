import type { Page } from 'playwright-core';

type Counting = { heardAtLeast: (count: number) => Promise<void> };

/**
 * Counts what the page's stream brings, as another tab of the browser would receive it. No timer is needed for that,
 * so it works while the page's clock stands.
 * @returns waits until so many messages were heard, since now
 */
export const countHeard = async (page: Page): Promise<(count: number) => Promise<void>> => {
  await page.evaluate(() => {
    let heard = 0;
    let wanted: { count: number; resolve: () => void } | null = null;
    new BroadcastChannel('skillstream-pipeline').onmessage = () => {
      heard += 1;
      if (wanted && heard >= wanted.count) wanted.resolve();
    };
    (globalThis as unknown as Counting).heardAtLeast = (count) =>
      new Promise((resolve) => {
        wanted = { count, resolve };
        if (heard >= count) resolve();
      });
  });
  return (count) => page.evaluate((n) => (globalThis as unknown as Counting).heardAtLeast(n), count);
};
