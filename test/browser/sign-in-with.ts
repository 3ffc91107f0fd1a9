import type { Page } from 'playwright-core';

/** Signs in with a token that is pasted, and waits until it is held. */
export const signInWith = async (page: Page, token: string): Promise<void> => {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};
