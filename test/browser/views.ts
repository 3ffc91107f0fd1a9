import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';

const views = ['/', '/skills/docker', '/compare', '/reports', '/reports/backend-2025', '/try'];

/** Every view, in both themes and all widths. */
export const everyViewIsSound = ({ withPage }: Stage): void => {
  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(views)('%s has nothing that axe-core finds wrong, no error, and asks nobody else', (path) =>
      withPage(
        async ({ show, violations, faults, page }) => {
          await show(path);
          for (const button of await page.getByRole('button', { name: 'Table' }).all()) await button.click();
          expect(await violations()).toEqual([]);
          expect(faults).toEqual([]);
        },
        { colorScheme },
      ),
    );
  });

  test.each(views)(
    '%s says that the sample is made up, and nothing is wider than the window, from a phone to a wall',
    (path) =>
      withPage(async ({ show, page }) => {
        await show(path);
        await until('the sources are known', async () =>
          (await page.textContent('.made-up'))?.includes('every posting is made up'),
        );
        for (const width of [360, 768, 1440, 3840]) {
          await page.setViewportSize({ width, height: 900 });
          expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
            width,
            width,
          ]);
        }
      }),
  );
};
