import { until } from '@skillstream/async/testing';
import type { Browser } from 'playwright-core';
import type { Platform } from '../platform/platform.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

/** What the tests of the dashboard share: one browser, and one platform with the sample. */
export type Stage = ReturnType<typeof createStage>;

/** Makes them usable in tests that are declared before they are there. */
export const createStage = (browser: () => Browser, platform: () => Platform) => ({
  platform,
  /** Asks the API; a question to the facts may be told to come again. */
  get: (path: string) => until(`${path} is answered`, () => platform().get(path)),
  /** Uses a page, and closes it whatever happens. */
  withPage: async (
    use: (watched: WatchedPage) => Promise<void>,
    options: Parameters<typeof openPage>[2] = {},
  ): Promise<void> => {
    const watched = await openPage(browser(), platform().url, options);
    try {
      await use(watched);
    } finally {
      await watched.close();
    }
  },
});

/** The id at the end of an address. */
export const idOf = (href: string): string =>
  decodeURIComponent(new URL(href, 'http://gateway').pathname.split('/').at(-1)!);
