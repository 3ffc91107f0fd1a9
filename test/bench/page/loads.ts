import { until } from '@skillstream/async/testing';
import type { Browser, Page } from 'playwright-core';
import { countBytes, type BytesByKind } from '../../browser/bytes-by-kind.ts';
import { startBrowserCpu, type BrowserCpu } from './browser-cpu.ts';
import { observe, observedOf, type Observed } from './observed.ts';

/** A view, and what somebody does on it first. */
export type View = { path: string; interact: (page: Page) => Promise<void> };
export type Load = Observed & { numbersMs: number; cpu: BrowserCpu; bytes: BytesByKind };

const hasNumbers = (page: Page) =>
  until('the page has its numbers', () =>
    page.evaluate(
      () =>
        document.querySelector('h1') !== null &&
        document.querySelector('.loading, [aria-busy="true"]') === null &&
        document.querySelector('.data-line strong') !== null,
    ),
  );

const press = async (page: Page, label: string, key: string) => {
  const before = page.url();
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press(key);
  await until('the filter is in the address', () => page.url() !== before);
  await hasNumbers(page);
};
const openTables = async (page: Page) => {
  for (const button of await page.getByRole('button', { name: 'Table', exact: true }).all())
    await button.click();
};

/** The views that are measured: a filter is chosen and tables are opened; the pipeline is paused and goes on. */
export const views: readonly View[] = [
  {
    path: '/',
    interact: async (page) => {
      await press(page, 'Role', 'b');
      await openTables(page);
    },
  },
  {
    path: '/skills/kubernetes',
    interact: async (page) => {
      await press(page, 'Level', 's');
      await openTables(page);
    },
  },
  {
    path: '/pipeline',
    interact: async (page) => {
      for (const name of ['Pause', 'Now', 'Replay the last minutes', 'Now'])
        await page.getByRole('button', { name, exact: true }).click();
    },
  },
];

/** Opens a view with nothing in the browser's cache, and uses it. */
export const loadCold = async (browser: Browser, url: string, { path, interact }: View): Promise<Load> => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(observe);
    const page = await context.newPage();
    const bytes = await countBytes(page);
    const cpu = await startBrowserCpu(browser);
    await page.goto(url + path, { waitUntil: 'commit' });
    await hasNumbers(page);
    const numbersMs = await page.evaluate(() => performance.now());
    // The largest paint is final once somebody uses the page.
    const { fcpMs, lcpMs, longTasksMs } = await observedOf(page);
    const loaded = { cpu: await cpu(), bytes: bytes() };
    await interact(page);
    const { interactionsMs } = await observedOf(page);
    return { fcpMs, lcpMs, longTasksMs, numbersMs, interactionsMs, ...loaded };
  } finally {
    await context.close();
  }
};
