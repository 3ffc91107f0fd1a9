import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startOpenIdProvider } from '../../packages/auth/test/openid-provider.ts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { startChromium } from './chromium.ts';
import { aMissingFileReloadsOnce } from './missing-file.ts';
import { sessionsEnd } from './sign-in-ends.ts';
import { foreignResponsesAreRefused } from './sign-in-refused.ts';
import { signedOutTabsGetNothing } from './sign-in-tabs.ts';
import { readersSignIn } from './sign-in.ts';
import { createStage } from './stage.ts';

// The page of an installation that lets nobody read without a token of its issuer.
let browser: Browser;
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let platform: Platform;
beforeAll(async () => {
  browser = await startChromium();
  provider = await startOpenIdProvider();
  platform = await startPlatform({
    ...{ AUTH_ISSUER: provider.issuer, AUTH_READS: 'closed', PAGE_OIDC_CLIENT_ID: 'dashboard' },
    PAGE_OIDC_SCOPES: 'openid offline_access analytics:read ops:read postings:write',
    PAGE_OIDC_RESOURCE: 'urn:skillstream',
  });
  await provider.admitDashboard(platform.url);
  const sample = [...generateSample({ seed: 7, count: 100, firstMonth: '2024-01' })];
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
  await platform.settled();
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  await provider?.stop();
});

const stage = {
  ...createStage(
    () => browser,
    () => platform,
  ),
  provider: () => provider,
};
readersSignIn(stage);
foreignResponsesAreRefused(stage);
sessionsEnd(stage);
signedOutTabsGetNothing(stage);
aMissingFileReloadsOnce(stage);
