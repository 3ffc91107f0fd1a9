import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';
import type { SignInStage } from './sign-in-stage.ts';

/** What a person does at the issuer: its own pages, which are none of ours. */
export const atIssuer = (page: Page, { provider }: Pick<SignInStage, 'provider'>) => {
  const isThere = () => page.url().startsWith(provider().issuer);
  const arrive = () =>
    until('the issuer asks', async () => isThere() && (await page.locator('form').count()) > 0);
  return {
    arrive,
    /** Signs in with a name, and consents. */
    signIn: async (name = 'ann') => {
      await arrive();
      if ((await page.locator('input[name=login]').count()) > 0) {
        await page.locator('input[name=login]').fill(name);
        await page.locator('input[name=password]').fill('any');
        await page.locator('button[type=submit]').click();
      }
      await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
      await page.locator('button[type=submit]').click();
    },
    cancel: async () => {
      await arrive();
      await page.getByText('[ Cancel ]').click();
    },
  };
};
