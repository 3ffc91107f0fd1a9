import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { SignInStage } from './sign-in-stage.ts';

/** A page that is open while the gateway is upgraded, after which the files that it names are gone. */
export const aMissingFileReloadsOnce = ({ withPage, platform }: SignInStage): void => {
  test('a page whose file is gone loads itself again, once, and then says that it is gone', () =>
    withPage(async ({ page }) => {
      let [loads, missed] = [0, 0];
      page.on('load', () => (loads += 1));
      // As the gateway responds to a file of another build.
      await page.route(/\/assets\/issuer-[\w-]+\.js$/, async (route) => {
        missed += 1;
        await route.fulfill({ response: await route.fetch({ url: `${platform().url}/assets/gone.js` }) });
      });
      await page.goto(platform().url);
      const button = page.getByRole('button', { name: 'Sign in', exact: true });
      await button.click();
      await until('it was loaded again', () => loads === 2);
      await button.click();
      await until('it is said', async () =>
        (await page.getByRole('alert').allTextContents())
          .join()
          .includes('A part of this page cannot be loaded'),
      );
      expect([loads, missed]).toEqual([2, 2]);
    }));
};
