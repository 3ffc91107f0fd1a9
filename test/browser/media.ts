import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

const styleOf = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((at, of) => getComputedStyle(at).getPropertyValue(of), name);

/** The page in colours of the reader, and on paper. */
export const mediaAreHeeded = ({ withPage }: Stage): void => {
  test('colours that the system forces hold for text and marks, whatever the theme, and the place is marked', () =>
    withPage(
      async ({ show, page }) => {
        await show('/');
        await page.getByRole('button', { name: /Theme/ }).click();
        const ink = await styleOf(page, 'h1', 'color');
        expect(await styleOf(page, '.chart .name', 'fill')).toBe(ink);
        expect(await styleOf(page, '.chart .interval', 'stroke')).toBe(ink);
        expect(await styleOf(page, '.chart .bar', 'fill')).not.toBe(ink);
        const [here, elsewhere] = ["nav a[aria-current='page']", 'nav a:not([aria-current])'];
        expect(await styleOf(page, here!, 'background-color')).not.toBe(
          await styleOf(page, elsewhere!, 'background-color'),
        );
        await page.locator('.chart').first().focus();
        await page.keyboard.press('ArrowDown');
        expect(await styleOf(page, '.chart:focus-visible', 'outline-style')).toBe('solid');
        await show('/try');
        await page.getByLabel('A job posting').fill('We use Go and PostgreSQL.');
        await page.getByRole('button', { name: 'Find skills' }).click();
        await page.locator('mark').first().waitFor();
        expect(await styleOf(page, 'mark', 'background-color')).not.toBe(
          await styleOf(page, '.pasted', 'background-color'),
        );
      },
      { forcedColors: 'active', colorScheme: 'dark' },
    ));

  test('on a wall of 3,840 pixels every page grows, the pipeline most, and nothing is wider', () =>
    withPage(
      async ({ show, page }) => {
        const size = async () => parseFloat(await styleOf(page, 'html', 'font-size'));
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
        for (const path of ['/', '/skills/docker', '/compare', '/reports/backend-2025', '/try']) {
          await show(path);
          expect([path, await wide()]).toEqual([path, 3840]);
          expect(await size()).toBeGreaterThan(25);
        }
        await show('/pipeline');
        await page.locator('.flow').waitFor();
        expect(await size()).toBeGreaterThan(30);
        expect(await wide()).toBe(3840);
      },
      { viewport: { width: 3840, height: 2160 } },
    ));

  test('on paper there are no controls, and the colours are light in a dark theme, too', () =>
    withPage(
      async ({ show, page }) => {
        await show('/');
        await page.getByRole('button', { name: 'Table' }).first().click();
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        for (const control of ['nav', '.filters', '.choices', 'figure .tools', 'footer'])
          expect([control, await page.locator(control).first().isVisible()]).toEqual([control, false]);
        expect(await page.locator('figure table').first().isVisible()).toBe(true);
        expect(await styleOf(page, '.table', 'overflow-x')).toBe('visible');
        expect(await styleOf(page, 'body', 'background-color')).toBe('rgb(251, 250, 247)');
      },
      { colorScheme: 'dark' },
    ));
};
