import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';

/** The field that finds a skill. */
export const skillsAreFound = ({ withPage }: Stage): void => {
  test('the skill that is typed is the first one, and Enter opens none that only holds the text', () =>
    withPage(async ({ show, page, faults }) => {
      await show('/');
      const field = page.getByRole('combobox', { name: 'Find a skill' });
      const options = page.getByRole('listbox', { name: 'Skills' }).getByRole('option');
      const first = () => options.first().textContent({ timeout: 0 });
      for (const [text, label] of [
        ['python', 'Python'],
        ['r', 'R'],
        ['.net', '.NET'],
      ] as const) {
        await field.fill(text);
        await until(`${label} is first`, async () => (await first())?.startsWith(`${label} `));
        expect(await options.first().getAttribute('aria-selected')).toBe('true');
      }
      await field.fill('ostgre');
      await until('PostgreSQL is found', async () =>
        (await options.allTextContents()).join().includes('PostgreSQL'),
      );
      expect(await field.getAttribute('aria-activedescendant')).toBeNull();
      await field.press('Enter');
      expect(new URL(page.url()).pathname).toBe('/');
      await field.fill('postgres');
      await until('PostgreSQL is first', async () => (await first())?.startsWith('PostgreSQL '));
      await field.press('Enter');
      await until('its page is open', () => new URL(page.url()).pathname === '/skills/postgresql');
      expect(faults).toEqual([]);
    }));

  test('a suggestion is opened where the pointer is let go over it, and by pressing alone it is not', () =>
    withPage(async ({ show, page, faults }) => {
      await show('/');
      const first = page.getByRole('listbox', { name: 'Skills' }).getByRole('option').first();
      await page.getByRole('combobox', { name: 'Find a skill' }).fill('python');
      await until('Python is first', async () =>
        (await first.textContent({ timeout: 0 }))?.startsWith('Python '),
      );
      await first.hover();
      await page.mouse.down();
      await page.mouse.move(1, 1);
      await page.mouse.up();
      expect(new URL(page.url()).pathname).toBe('/');
      await first.click();
      await until('its page is open', () => new URL(page.url()).pathname === '/skills/python');
      expect(faults).toEqual([]);
    }));
};
