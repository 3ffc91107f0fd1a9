import type { Page } from 'playwright-core';
import type { startOpenIdProvider } from '../../packages/auth/test/openid-provider.ts';
import { atIssuer } from './at-issuer.ts';
import type { Stage } from './stage.ts';

type Provider = Awaited<ReturnType<typeof startOpenIdProvider>>;
/** What the tests of signing in share: a platform with closed reads, and the issuer that it names. */
export type SignInStage = Stage & { provider: () => Provider };

/** A page that belongs to somebody: what it asks, and what it was given. */
export const visitorOf = (stage: SignInStage, page: Page) => {
  const { platform, provider } = stage;
  const urls: string[] = [];
  const bearers = new Set<string>();
  const given: string[] = [];
  page.on('request', (request) => {
    urls.push(request.url());
    const bearer = request.headers()['authorization'];
    if (bearer && request.url().startsWith(platform().url)) bearers.add(bearer.replace('Bearer ', ''));
  });
  page.on('response', (response) => {
    if (response.url() !== `${provider().issuer}/token` || !response.ok()) return;
    void response.json().then((body: Record<string, unknown>) => {
      for (const name of ['access_token', 'refresh_token', 'id_token'])
        if (typeof body[name] === 'string') given.push(body[name]);
    });
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    /** Addresses that were asked for. */
    urls,
    /** Access tokens that were sent to the gateway. */
    bearers,
    /** Tokens of every kind that the issuer gave. */
    given,
    button,
    asked: (address: string) => urls.filter((url) => url.startsWith(address)).length,
    /** Opens an address of the page and signs in from there. */
    signIn: async (path: string, name = 'ann') => {
      await page.goto(platform().url + path);
      await button('Sign in').press('Enter');
      await atIssuer(page, stage).signIn(name);
      await button('Sign out').waitFor();
    },
    /** All that a script or a passer-by could read of it: storage, cookies, the address. */
    lying: () =>
      page.evaluate(() =>
        [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie].join(
          ' ',
        ),
      ),
    /** The addresses of the history of the tab. */
    history: async (): Promise<string[]> => {
      const debug = await page.context().newCDPSession(page);
      const { entries } = await debug.send('Page.getNavigationHistory');
      return entries.map(({ url }) => url);
    },
  };
};
