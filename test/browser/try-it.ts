import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Stage } from './stage.ts';

/** The page that takes a text. */
export const textsAreTried = ({ withPage, platform }: Stage): void => {
  test('a text has its skills where they stand, with reasons, and is counted once it is sent in', () =>
    withPage(async ({ show, page, violations, faults }) => {
      await show('/try');
      await page.getByLabel('A job posting').fill('We use Go and PostgreSQL. You will go far; no PHP.');
      await page.getByRole('button', { name: 'Find skills' }).click();
      await until('skills are found', async () => (await page.locator('mark').count()) > 0);
      expect(await page.locator('mark').allTextContents()).toEqual(['Go', 'PostgreSQL']);
      expect(await page.getByRole('region', { name: 'Refused' }).textContent()).toContain('PHP');
      expect(await violations()).toEqual([]);
      expect(faults).toEqual([]);
      // Writing takes a token; the page says so, and goes on with one.
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await until(
        'it says that a token is missing',
        async () => (await page.locator('.trouble').count()) > 0,
      );
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('Access token').fill((await platform().tokens())!);
      await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await until('it is published', async () => (await page.textContent('main'))?.includes('published:'));
      await until(
        'it is counted',
        async () => (await page.locator('.data-line strong').textContent()) === '402 postings',
      );
    }));
};
