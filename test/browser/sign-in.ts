import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { atIssuer } from './at-issuer.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { visitorOf, type SignInStage } from './sign-in-stage.ts';

/** Signing in with an issuer, as it should go. */
export const readersSignIn = (stage: SignInStage): void => {
  const { withPage, platform, provider } = stage;
  describe('signing in with the issuer', () => {
    test.each(['/pipeline', '/?role=backend&country=DE&workplace=remote'])(
      'leads back to %s, and no token is in storage, in a cookie, in an address or in the history',
      (path) =>
        withPage(async ({ page, violations }) => {
          const visitor = visitorOf(stage, page);
          await visitor.signIn(path);
          await until('the reader is where they were', () => page.url() === platform().url + path);
          if (path === '/pipeline') await pipelineShown(page).live();
          else await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
          // The browser tells the test of a response when it comes to it.
          await until('what the issuer gave is known', () => visitor.given.length >= 3);
          expect(visitor.given).toHaveLength(3);
          expect([...visitor.bearers]).toEqual([visitor.given[0]]);
          const lying = [await visitor.lying(), ...(await visitor.history()), ...visitor.urls].join(' ');
          for (const token of visitor.given) expect(lying).not.toContain(token);
          expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
          for (const url of await visitor.history())
            if (url.startsWith(platform().url)) expect(url).not.toMatch(/[?&](code|state)=/);
          expect(await violations()).toEqual([]);
        }),
    );

    test('takes a code challenge, without which the issuer gives no code', async () => {
      const query = new URLSearchParams({
        ...{ client_id: 'dashboard', response_type: 'code', redirect_uri: `${platform().url}/signed-in` },
        ...{ scope: 'openid', state: 's' },
      });
      const ask = async (more: Record<string, string>) => {
        const parameters = new URLSearchParams([...query, ...Object.entries(more)]);
        const url = `${provider().issuer}/auth?${parameters}`;
        return (await fetch(url, { redirect: 'manual' })).headers.get('location');
      };
      expect(await ask({})).toContain('error=invalid_request');
      const challenge = createHash('sha256').update(randomBytes(32)).digest('base64url');
      expect(await ask({ code_challenge: challenge, code_challenge_method: 'S256' })).toContain(
        '/interaction/',
      );
    });

    test('gives nothing to who has the code and not the verifier, which never leaves the tab', () =>
      withPage(async ({ page }) => {
        const visitor = visitorOf(stage, page);
        const redirectUri = `${platform().url}/signed-in`;
        // The page is kept from using it first.
        const verifier = Promise.withResolvers<string>();
        await page.route(`${provider().issuer}/token`, (route) => {
          const body = new URLSearchParams(route.request().postData() ?? '');
          verifier.resolve(body.get('code_verifier')!);
          return route.abort();
        });
        await page.goto(platform().url);
        await visitor.button('Sign in').click();
        await atIssuer(page, stage).arrive();
        const asked = visitor.urls.find((url) => url.startsWith(`${provider().issuer}/auth?`))!;
        expect(new URL(asked).searchParams.get('code_challenge_method')).toBe('S256');
        await atIssuer(page, stage).signIn();
        const back = await until('the code was on its way', () =>
          visitor.urls.find((url) => url.startsWith(`${redirectUri}?`)),
        );
        const code = new URL(back).searchParams.get('code')!;
        const change = async (more: Record<string, string>) => {
          const body = new URLSearchParams({
            ...{ grant_type: 'authorization_code', client_id: 'dashboard', redirect_uri: redirectUri, code },
            ...more,
          });
          const response = await fetch(`${provider().issuer}/token`, { method: 'POST', body });
          return [response.status, ((await response.json()) as { error?: string }).error];
        };
        expect(await change({})).toEqual([400, 'invalid_grant']);
        expect(await change({ code_verifier: randomBytes(32).toString('base64url') })).toEqual([
          400,
          'invalid_grant',
        ]);
        // The code itself was good: with the verifier of the tab it is changed.
        expect(await change({ code_verifier: await verifier.promise })).toEqual([200, undefined]);
      }));

    test('goes on where the issuer grants less, and says what it did not', () =>
      withPage(async ({ page }) => {
        provider().give({ scopes: 'analytics:read' });
        try {
          await visitorOf(stage, page).signIn('/');
          const notice = page.locator('.trouble[role=alert]').first();
          await until('it is said', async () =>
            (await notice.textContent())?.includes('did not grant ops:read, postings:write'),
          );
          await until('there are numbers', async () => (await page.locator('figure').count()) >= 4);
        } finally {
          provider().give();
        }
      }));
  });
};
