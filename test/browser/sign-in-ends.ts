import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { atIssuer } from './at-issuer.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { visitorOf, type SignInStage } from './sign-in-stage.ts';

const SHORT_SECONDS = 6;

/** How a session goes on, and how it ends. */
export const sessionsEnd = (stage: SignInStage): void => {
  const { withPage, platform, provider } = stage;
  const endsSoon = async (use: () => Promise<void>) => {
    provider().give({ accessTokenSeconds: SHORT_SECONDS });
    try {
      await use();
    } finally {
      provider().give();
    }
  };

  describe('a session', () => {
    test('is renewed before its token ends: the pipeline stays live, and what was seen stays', () =>
      endsSoon(() =>
        withPage(async ({ page }) => {
          const visitor = visitorOf(stage, page);
          await visitor.signIn('/pipeline');
          await pipelineShown(page).live();
          const streams = () => visitor.asked(`${platform().url}/v1/pipeline/live`);
          // The start of what can be replayed, in seconds before now.
          const from = async () =>
            Number(await page.getByRole('slider', { name: 'Moment' }).getAttribute('min'));
          const [streamsBefore, fromBefore] = [streams(), await from()];
          await until('the third token is used', () => visitor.bearers.size >= 3);
          await until('the stream was opened again', () => streams() > streamsBefore);
          await pipelineShown(page).live();
          expect(await from()).toBeLessThanOrEqual(fromBefore - SHORT_SECONDS);
          expect(await page.getByText('Reading is closed here.').count()).toBe(0);
          const lying = [await visitor.lying(), ...(await visitor.history()), ...visitor.urls].join(' ');
          for (const token of visitor.given) expect(lying).not.toContain(token);
        }),
      ));

    test('whose token ended on its way is renewed, and what was asked is asked again, the stream too', () =>
      withPage(async ({ page }) => {
        const visitor = visitorOf(stage, page);
        let first: string | undefined;
        await page.route(/\/v1\/(pipeline\/live|demand)/, (route) => {
          const bearer = route.request().headers()['authorization'];
          first ??= bearer;
          return bearer !== undefined && bearer === first
            ? route.fulfill({ status: 401, json: { detail: 'the token has expired' } })
            : route.continue();
        });
        await visitor.signIn('/pipeline');
        await pipelineShown(page).live();
        await page.getByRole('link', { name: 'Market', exact: true }).click();
        await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
        expect(visitor.bearers.size).toBe(2);
      }));

    test('that the issuer does not renew ends with its token: that is said, and nothing is shown any more', () =>
      endsSoon(() =>
        withPage(async ({ page, violations }) => {
          const visitor = visitorOf(stage, page);
          await page.route(`${provider().issuer}/token`, async (route) =>
            route.request().postData()?.includes('grant_type=refresh_token')
              ? route.fulfill({
                  status: 400,
                  headers: { 'access-control-allow-origin': platform().url },
                  json: { error: 'invalid_grant' },
                })
              : route.continue(),
          );
          await visitor.signIn('/?role=backend');
          await until('it is said', async () =>
            (await page.getByRole('alert').allTextContents()).join().includes('Your session has expired.'),
          );
          expect(visitor.asked(`${provider().issuer}/token`)).toBe(2);
          await until('nothing is shown', async () => (await page.locator('figure').count()) === 0);
          expect(await violations()).toEqual([]);
          provider().give();
          await visitor.button('Sign in again').press('Enter');
          await atIssuer(page, stage).signIn();
          await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
          expect(page.url()).toBe(`${platform().url}/?role=backend`);
        }),
      ));

    test('stays while the issuer cannot be reached, which is said, and goes on once it can', () =>
      endsSoon(() =>
        withPage(async ({ page, violations }) => {
          const visitor = visitorOf(stage, page);
          let isAway = false;
          await page.route(`${provider().issuer}/token`, async (route) =>
            isAway && route.request().postData()?.includes('grant_type=refresh_token')
              ? route.abort()
              : route.continue(),
          );
          await visitor.signIn('/?role=backend');
          await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
          isAway = true;
          const isSaid = async () =>
            (await page.getByRole('alert').allTextContents()).join().includes('The issuer cannot be reached');
          await until('it is said', isSaid);
          expect(await visitor.button('Sign out').count()).toBe(1);
          expect(await page.locator('figure').count()).toBeGreaterThanOrEqual(4);
          expect(await violations()).toEqual([]);
          isAway = false;
          await until('it is said no more', async () => !(await isSaid()));
          expect(await page.locator('figure').count()).toBeGreaterThanOrEqual(4);
        }),
      ));

    test('ends by signing out, in all tabs and at the issuer, and what renews it is taken back', () =>
      withPage(async ({ page }) => {
        const visitor = visitorOf(stage, page);
        await visitor.signIn('/');
        const other = await page.context().newPage();
        await visitorOf(stage, other).signIn('/compare');
        await visitor.button('Sign out').press('Enter');
        await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
        await until('the other tab shows nothing', async () => (await other.locator('figure').count()) === 0);
        await until('the issuer asks', () => page.url().startsWith(`${provider().issuer}/session/end`));
        expect(page.url()).not.toContain('id_token_hint');
        await page.locator('button[name=logout]').click();
        await until('the page is back', () => page.url() === `${platform().url}/`);
        expect(await page.locator('figure').count()).toBe(0);

        const refreshToken = await until('what the issuer gave is known', () =>
          visitor.given.find((token) => token.split('.').length === 1),
        );
        const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'dashboard' });
        body.set('refresh_token', refreshToken);
        const response = await fetch(`${provider().issuer}/token`, { method: 'POST', body });
        expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_grant' }]);

        await visitor.button('Sign in').click();
        await atIssuer(page, stage).arrive();
        await page.locator('input[name=login]').waitFor();
      }));
  });
};
