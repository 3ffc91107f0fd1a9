import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';

/** Two groups side by side, whatever the address holds and however slow the platform is. */
export const comparisonsAreTrue = ({ withPage }: Stage): void => {
  describe('a comparison', () => {
    test('has the names of the numbers that it shows while others are on their way', () =>
      withPage(async ({ show, settled, page, faults }) => {
        await show('/compare');
        const figure = page.locator('main figure');
        const title = () => figure.locator('h2').textContent();
        expect(await title()).toBe('Backend and Frontend');
        let go = () => {};
        const held = new Promise<void>((resolve) => (go = resolve));
        await page.route('**/v1/compare?*by=country*', async (route) => {
          await held;
          await route.continue();
        });
        await page.getByLabel('They differ in').selectOption('country');
        await until(
          'the others are on their way',
          async () => (await figure.getAttribute('aria-busy')) === 'true',
        );
        expect(await title()).toBe('Backend and Frontend');
        expect(await figure.locator('.caption').textContent()).toContain('(A, hollow: Backend; ');
        go();
        await settled();
        expect(await title()).not.toBe('Backend and Frontend');
        expect(faults).toEqual([]);
      }));

    test.each(['nosuch', '', 'level', 'constructor', '__proto__', 'period&a=constructor&b=..'])(
      'by “%s”, which is none, is shown as if the address did not say it',
      (by) =>
        withPage(async ({ show, page, faults }) => {
          await show(`/compare?by=${by}&role=data`);
          expect(await page.textContent('h1')).toBe('Two groups side by side');
          expect(await page.locator('nav a').count()).toBeGreaterThan(3);
          await until('there is a figure', async () => (await page.locator('main figure').count()) === 1);
          expect(faults).toEqual([]);
        }),
    );

    test('does not offer the filter that its sides differ in, and says why', () =>
      withPage(async ({ show, page }) => {
        await show('/compare?role=data');
        const role = page.locator('.filters').getByLabel('Role');
        expect(await role.isDisabled()).toBe(true);
        expect(await role.locator('..').textContent()).toContain('A and B differ in it');
        expect(await page.locator('.filters').getByLabel('Country').isDisabled()).toBe(false);
      }));
  });
};
