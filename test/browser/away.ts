import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { hearAnnounced } from './announced.ts';
import type { Stage } from './stage.ts';
import type { WatchedPage } from './watched-page.ts';

/** The page while a part of the platform is away, and after it. */
export const absenceIsSaid = ({ withPage, platform }: Stage): void => {
  describe('while something is away', () => {
    const alerts = (watched: WatchedPage) => watched.page.locator('.data-line').textContent();

    test('stale numbers are marked as stale, and are renewed without a reload when analytics is back', () =>
      withPage(async (watched) => {
        await watched.show('/');
        await watched.page.evaluate(() => document.body.setAttribute('data-mark', 'the same document'));
        const analytics = platform().service('analytics');
        analytics.signal('SIGSTOP');
        await analytics.paused();
        try {
          await until('the page says that it is stale', async () =>
            (await alerts(watched))?.includes('Stale'),
          );
          expect(await watched.page.locator('.data-line strong').textContent()).toBe('2,400 postings');
          expect(await watched.violations()).toEqual([]);
        } finally {
          analytics.signal('SIGCONT');
        }
        await until('nothing is stale', async () => !/Stale|Offline/.test((await alerts(watched))!));
        await until(
          'no figure is in trouble',
          async () => (await watched.page.locator('.trouble').count()) === 0,
        );
        expect(await watched.page.getAttribute('body', 'data-mark')).toBe('the same document');
      }));

    test('a gateway that is away is said, with the time of the numbers, and nothing has to be reloaded', () =>
      withPage(async (watched) => {
        await watched.show('/');
        await watched.page.evaluate(() => document.body.setAttribute('data-mark', 'the same document'));
        const gateway = platform().service('gateway');
        await gateway.stop();
        await until('the page says that it is offline', async () =>
          (await alerts(watched))?.includes('Offline'),
        );
        expect(await watched.page.locator('tbody tr, figure').count()).toBeGreaterThan(0);
        gateway.start();
        await gateway.ready();
        await until('nothing is away', async () => !/Stale|Offline/.test((await alerts(watched))!));
        expect(await watched.page.getAttribute('body', 'data-mark')).toBe('the same document');
      }));

    test('what cannot be read is said once, however often it is asked for, and its button keeps the focus, which is not lost with it', () =>
      withPage(async ({ show, page, faults }) => {
        let asked = 0;
        await page.route(
          ({ pathname }) => pathname === '/v1/reports',
          (route) => {
            asked += 1;
            return route.fulfill({ status: 503, json: {} });
          },
        );
        await show('/reports');
        const again = page.getByRole('button', { name: 'Try again now' });
        await again.focus();
        const announced = await hearAnnounced(page);
        const before = asked;
        await until('it was asked for again, twice', () => asked > before + 2);
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Try again now');
        expect((await announced()).filter((text) => text.includes('cannot be counted'))).toEqual([]);
        await page.unrouteAll();
        await page.keyboard.press('Enter');
        await until('it is read, and the button is gone', async () => (await again.count()) === 0);
        const focused = await page.evaluate(() => document.activeElement?.tagName);
        expect(['SECTION', 'FIGURE', 'MAIN']).toContain(focused);
        expect(faults).toEqual([]);
      }));
  });
};
