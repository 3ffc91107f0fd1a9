import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';
import { atIssuer } from './at-issuer.ts';
import { visitorOf, type SignInStage } from './sign-in-stage.ts';

/** What comes back and should not be believed, and what goes wrong at the issuer: each is a sentence. */
export const foreignResponsesAreRefused = (stage: SignInStage): void => {
  const { withPage, platform, provider } = stage;
  const failed = async (page: Page, sentence: string) => {
    await until(`it is said: ${sentence}`, async () =>
      (await page.getByRole('alert').allTextContents()).join(' ').includes(sentence),
    );
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  };
  /** Begins to sign in. @returns the state that the page sent along */
  const begin = async (page: Page) => {
    const visitor = visitorOf(stage, page);
    await page.goto(`${platform().url}/compare`);
    await visitor.button('Sign in').click();
    await atIssuer(page, stage).arrive();
    const asked = visitor.urls.find((url) => url.startsWith(`${provider().issuer}/auth?`))!;
    return { visitor, state: new URL(asked).searchParams.get('state')! };
  };
  const comeBack = (page: Page, parameters: Record<string, string>) =>
    page.goto(`${platform().url}/signed-in?${new URLSearchParams(parameters)}`);

  describe('is refused, without a token being asked for:', () => {
    test('a response that nobody waits for', () =>
      withPage(async ({ page, violations }) => {
        const visitor = visitorOf(stage, page);
        await comeBack(page, { code: 'mallory', state: 'made-up', iss: provider().issuer });
        await failed(page, 'belongs to no sign-in of this tab');
        expect(visitor.asked(`${provider().issuer}/token`)).toBe(0);
        expect(page.url()).toBe(`${platform().url}/signed-in`);
        expect(await violations()).toEqual([]);
      }));

    test('a response with another state than was sent, and the sign-in that had begun is over', () =>
      withPage(async ({ page }) => {
        const { visitor, state } = await begin(page);
        await comeBack(page, { code: 'mallory', state: `${state}x`, iss: provider().issuer });
        await failed(page, 'belongs to no sign-in of this tab');
        await comeBack(page, { code: 'mallory', state, iss: provider().issuer });
        await failed(page, 'belongs to no sign-in of this tab');
        expect(visitor.asked(`${provider().issuer}/token`)).toBe(0);
        expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      }));

    test.each([
      ['in the name of another issuer', { iss: 'https://login.example.org' }],
      ['in the name of nobody', {}],
    ])('a response %s', (_what, more) =>
      withPage(async ({ page }) => {
        const { visitor, state } = await begin(page);
        await comeBack(page, { code: 'mallory', state, ...more });
        await failed(page, 'not from the issuer that this installation names');
        expect(visitor.asked(`${provider().issuer}/token`)).toBe(0);
      }),
    );
  });

  test('a code that the issuer does not know is refused by it, and that is said', () =>
    withPage(async ({ page }) => {
      const { state } = await begin(page);
      await comeBack(page, { code: 'mallory', state, iss: provider().issuer });
      await failed(page, 'The issuer refused the code');
    }));

  test('what whoever made the address wrote is not shown', () =>
    withPage(async ({ page }) => {
      const { state } = await begin(page);
      const error_description = 'call 555 to unlock';
      await comeBack(page, { error: 'Call 555', error_description, state, iss: provider().issuer });
      await failed(page, 'The issuer refused, and does not say why.');
      expect(await page.locator('body').textContent()).not.toContain('555');
    }));

  test('who cancels at the issuer is told so, and may try again from where they were', () =>
    withPage(async ({ page, violations }) => {
      const { visitor } = await begin(page);
      await atIssuer(page, stage).cancel();
      await failed(page, 'The issuer did not let you in');
      expect(await violations()).toEqual([]);
      await visitor.button('Sign in again').press('Enter');
      await atIssuer(page, stage).signIn();
      await until('the reader is where they were', () => page.url() === `${platform().url}/compare`);
    }));

  test('an issuer that cannot be reached is said, and the page stays where it is', () =>
    withPage(async ({ page }) => {
      await page.goto(`${platform().url}/?role=backend`);
      await provider().stop();
      try {
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await failed(page, 'The issuer cannot be reached');
        expect(page.url()).toBe(`${platform().url}/?role=backend`);
      } finally {
        // By the key that it had: a new one is not looked for twice within half a minute.
        await provider().start('with-dashboard');
      }
    }));
};
