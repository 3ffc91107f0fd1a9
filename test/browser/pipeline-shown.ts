import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';

/** What a person reads on the page of the pipeline. */
export const pipelineShown = (page: Page) => {
  const textOf = (region: string) =>
    page.getByRole('region', { name: region, exact: true }).textContent({ timeout: 30_000 });
  return {
    textOf,
    /** Of a box or panel: its figures by their names. */
    figures: (region: string): Promise<Record<string, string>> =>
      page
        .getByRole('region', { name: region, exact: true })
        .locator('.description-list > div')
        .evaluateAll((all) =>
          Object.fromEntries(
            all.map((one) => [
              one.querySelector('dt')?.textContent ?? '',
              one.querySelector('dd')?.textContent ?? '',
            ]),
          ),
        ),
    /** The tables of partitions, row by row, each with its topic and group. */
    partitions: (): Promise<string[][]> =>
      page
        .getByRole('region', { name: 'Partitions', exact: true })
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [
            ...(row.closest('table')!.caption!.textContent ?? '').split(' read by '),
            ...[...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
          ]),
        ),
    /** At a time of the page: the dots drawn, the frames until now, and those of them with a diamond or a cross. */
    drawn: () =>
      page.evaluate(() => {
        const of = document.querySelector<HTMLElement>('canvas')!.dataset;
        const count = (name: string) => Number(of[name] ?? 0);
        return {
          ...{ dots: count('dots'), frames: count('frames'), atMs: performance.now() },
          ...{ diamonds: count('diamonds'), deaths: count('deaths') },
        };
      }),
    /** What the page says where its stream is not live; one figure of it may be stale by itself. */
    notLive: (said: RegExp) =>
      until(`the page says ${said}`, async () =>
        (await page.locator('.pipeline .stale').allTextContents()).some((text) => said.test(text)),
      ),
    live: () => until('the page is live', async () => (await page.locator('.live-mark').count()) === 1),
    nothingIsWrong: () =>
      until('nothing is wrong any more', async () => {
        const said = await textOf('What is wrong');
        const red = await page.locator('.wrong').allTextContents();
        if (said?.includes('No service reports a fault') && red.length === 0) return true;
        throw new Error([said, ...red].join('; '));
      }),
  };
};
