import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';
import { views } from './view-paths.ts';

// `SKILLSTREAM_SCREENSHOTS=FOLDER npm test -- browser` leaves pictures of every view there.
const folder = process.env['SKILLSTREAM_SCREENSHOTS'];
const pictureOf = (path: string, more: string) =>
  join(folder!, `${path.slice(1).replaceAll('/', '-') || 'market'}-${more}.png`);

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
          if (folder) await page.screenshot({ path: pictureOf(path, colorScheme), fullPage: true });
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
          if (folder) await page.screenshot({ path: pictureOf(path, String(width)), fullPage: true });
        }
      }),
  );

  test('a filter that no posting matches says so, and a skill that nobody knows, too', () =>
    withPage(async ({ show, page, violations }) => {
      await show('/?country=VU&role=embedded');
      expect(await page.textContent('.empty')).toBe('No posting matches this filter.');
      expect(await violations()).toEqual([]);
      await show('/skills/nobody-knows-this');
      expect(await page.textContent('.trouble')).toContain('The taxonomy has no such skill');
      expect(await violations()).toEqual([]);
      await show('/pages/that/are/not/there').then(
        () => expect('a page').toBe('none'),
        (error: Error) => expect(error.message).toContain('404'),
      );
      await until('it says so', async () => (await page.textContent('h1')) === 'No such page');
      expect(await page.textContent('main code')).toBe('/pages/that/are/not/there');
      await page.setViewportSize({ width: 320, height: 640 });
      const long = `/pages/${'x'.repeat(99)}`;
      await show(long).catch(() => undefined);
      await until('it says so', async () => (await page.textContent('main code')) === long);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }));
};
