import { until } from '@skillstream/async/testing';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page of the dashboard, and all that it did that a page should not do. */
export type WatchedPage = Awaited<ReturnType<typeof openPage>>;

// What the browser itself logs, and the page asks again for: a network interface of this machine came or went (a
// container's), and a platform on a busy machine that takes no more queries of the facts for some seconds.
const NOT_OF_THE_PAGE = /net::ERR_NETWORK_CHANGED|responded with a status of 503/;

/**
 * Opens a page whose errors and requests to other origins are recorded.
 * @param url of the gateway
 * @param options a browser's window, theme, …
 */
export const openPage = async (browser: Browser, url: string, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({
    ...{ locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1440, height: 900 } },
    ...options,
  });
  // Many times what anything takes: the usual half a minute is too short for a busy machine.
  context.setDefaultTimeout(120_000);
  // By the debugger: the policy of the page allows no script of ours.
  await context.addInitScript({ content: axe.source });
  const page: Page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    const [type, text] = [message.type(), message.text()];
    if (['error', 'warning'].includes(type) && !NOT_OF_THE_PAGE.test(text)) faults.push(`${type}: ${text}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== url && protocol !== 'data:' && protocol !== 'blob:') faults.push(`asked ${request.url()}`);
  });
  /** Waits until every figure has its numbers, or says why there are none. */
  const settled = () =>
    until('the page has its numbers', () =>
      page.evaluate(
        () =>
          document.querySelector('h1') !== null &&
          document.querySelector('.loading, [aria-busy="true"]') === null &&
          document.querySelector('.data-line strong') !== null,
      ),
    );
  return {
    page,
    faults,
    settled,
    /** Goes to an address and waits for its numbers. */
    show: async (path: string) => {
      const response = await page.goto(url + path);
      if (response?.status() !== 200) throw new Error(`${path}: ${response?.status()}`);
      await settled();
    },
    /** What axe-core finds wrong with what is shown. */
    violations: () =>
      page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
        ).axe.run();
        type Violation = { id: string; nodes: { html: string }[] };
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
        );
      }),
    /** The rows of the table of a figure by its title, as text; a link as the path that it leads to. */
    table: (title: string) =>
      page.evaluate((wanted) => {
        const figure = [...document.querySelectorAll('figure')].find(
          (one) => one.querySelector('h2')?.textContent === wanted,
        );
        if (!figure) return null;
        const button = figure.querySelector('button[aria-expanded="false"]');
        (button as { click?: () => void } | null)?.click?.();
        return new Promise<string[][]>((resolve) =>
          setTimeout(() =>
            resolve(
              [...figure.querySelectorAll('tbody tr')].map((row) =>
                [...row.querySelectorAll('td')].map(
                  (cell) => cell.querySelector('a')?.getAttribute('href') ?? cell.textContent ?? '',
                ),
              ),
            ),
          ),
        );
      }, title),
    close: () => context.close(),
  };
};
