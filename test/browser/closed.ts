import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Platform } from '../platform/platform.ts';
import type { Stage } from './stage.ts';

/** Uses a platform whose gateway lets nobody read without a token. */
export const whileReadingIsClosed = async (
  platform: Platform,
  use: (restart: (env: Record<string, string>) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const gateway = platform.service('gateway');
  const restart = async (env: Record<string, string> = {}) => {
    await gateway.stop();
    gateway.start(env);
    await gateway.ready();
  };
  await restart({ AUTH_READS: 'closed' });
  try {
    await use(restart);
  } finally {
    await restart();
  }
};

/** The page where reading takes a token. */
export const tokensOpenThePage = ({ withPage, platform }: Stage): void => {
  test('where reading is closed the page says so, and shows everything with a token, which is in its memory alone', () =>
    whileReadingIsClosed(platform(), (restarted) =>
      withPage(async ({ page, violations }) => {
        const line = page.locator('.data-line');
        await page.goto(`${platform().url}/?role=backend`);
        await until('the page says that reading is closed', async () =>
          (await line.textContent())?.includes('Reading is closed here.'),
        );
        expect(await page.locator('figure').count()).toBe(0);
        expect(await violations()).toEqual([]);

        const token = (await platform().tokens())!;
        await page.getByRole('button', { name: 'Sign in' }).press('Enter');
        expect(await violations()).toEqual([]);
        const dialog = page.getByRole('dialog');
        const isRefused = async (text: string, words: string) => {
          await page.getByLabel('Access token').fill(text);
          await page.keyboard.press('Enter');
          await until(`“${words}” is said`, async () =>
            (await dialog.getByRole('alert').allTextContents()).join().includes(words),
          );
        };
        await isRefused('garbage', 'This token was refused: ');
        await isRefused('a token…', 'This is not a token');
        expect(await violations()).toEqual([]);
        expect(await dialog.textContent()).toContain('token --scope analytics:read --scope ops:read');
        await page.getByLabel('Access token').fill(token);
        await page.keyboard.press('Enter');
        await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
        await until('the data is named', async () =>
          (await line.textContent())?.includes('every posting is made up'),
        );
        const elsewhere = await page.evaluate(() =>
          [
            JSON.stringify({ ...localStorage }),
            JSON.stringify({ ...sessionStorage }),
            document.cookie,
            location.href,
          ].join(),
        );
        expect(elsewhere).not.toContain(token);

        // The gateway comes back with another audience: the token is of no use any more.
        await restarted({ AUTH_READS: 'closed', AUTH_AUDIENCE: 'somebody else' });
        await until('the refusal is said', async () =>
          (await page.locator('.trouble').allTextContents()).join().includes('Your token was refused: '),
        );
        await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
        await until('nothing is shown any more', async () => (await page.locator('figure').count()) === 0);
      }),
    ));
};
