import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult } from '@skillstream/contracts';
import { shownShare } from './shown.ts';
import { idOf, type Stage } from './stage.ts';

/** The page without a pointer. */
export const keyboardIsEnough = ({ get, withPage }: Stage): void => {
  describe('by the keyboard alone', () => {
    test('on the map of pairs the names of the others stay while one is pointed at', () =>
      withPage(async ({ show, page, faults }) => {
        await show('/skills/docker');
        const map = page.locator('.chart:has(.even)');
        const names = () => map.locator('.row .name').count();
        const before = await names();
        expect(before).toBeGreaterThan(3);
        await map.focus();
        await page.keyboard.press('ArrowDown');
        await until('one is pointed at', async () => (await map.locator('.row.active .name').count()) === 1);
        expect(await names()).toBeGreaterThan(before / 2);
        expect(await map.locator('.row.beside').count()).toBeGreaterThan(0);
        expect(faults).toEqual([]);
      }));

    test('a chart is read value by value, its table opened, and a skill chosen', () =>
      withPage(async ({ show, settled, page, faults }) => {
        const { skills } = demandResult.parse(await get('/v1/demand?top=20'));
        await show('/');
        const tabTo = (role: string, name: RegExp) =>
          until(`the focus is on ${name}`, async () => {
            await page.keyboard.press('Tab');
            return page.evaluate(
              ([wanted, text]) => {
                const { activeElement: at } = document;
                const label = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
                return (
                  (at?.getAttribute('role') ?? at?.tagName.toLowerCase()) === wanted && label.includes(text!)
                );
              },
              [role, name.source] as const,
            );
          });
        await tabTo('application', /Most asked skills/);
        for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
        const [count, population, share] = shownShare(skills[1]!);
        const readout = page.locator('.readout').first();
        expect(await readout.textContent()).toContain(`${count} of ${population} postings, ${share}`);
        const said = page.locator('figure').first().locator('[aria-live]');
        expect(await said.textContent()).toBe(await readout.textContent());
        await tabTo('button', /Table/);
        expect(await said.textContent()).toBe('');
        await page.keyboard.press('Enter');
        expect(await page.locator('figure').first().locator('tbody tr').count()).toBe(skills.length);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        await until('the skill is open', () => page.url().includes('/skills/'));
        await settled();
        expect(idOf(page.url())).toBe(skills[1]!.skillId);
        expect(faults).toEqual([]);
      }));

    test('a skill is found by another of its names', () =>
      withPage(async ({ show, page, faults }) => {
        await show('/?role=backend');
        const options = page.getByRole('listbox', { name: 'Skills' }).getByRole('option');
        await page.getByRole('combobox', { name: 'Find a skill' }).focus();
        await page.keyboard.type('golang');
        await until('something is found', async () => (await options.count()) > 0);
        expect(await options.first().textContent()).toContain('also: golang');
        await page.keyboard.press('Enter');
        await until('the skill is open', () => page.url().endsWith('/skills/go?role=backend'));
        expect(faults).toEqual([]);
      }));
  });
};
