import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { atIssuer } from './at-issuer.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { visitorOf, type SignInStage } from './sign-in-stage.ts';

/** Tabs of one browser talk to each other: who is not signed in gets nothing of it. */
export const signedOutTabsGetNothing = (stage: SignInStage): void => {
  const { withPage, platform } = stage;
  describe('of two tabs', () => {
    test('the one that is signed out shows nothing of the other’s stream, and shares it once its reader signs in', () =>
      withPage(async ({ page }) => {
        await visitorOf(stage, page).signIn('/pipeline');
        await pipelineShown(page).live();
        const other = await page.context().newPage();
        const visitor = visitorOf(stage, other);
        await other.goto(`${platform().url}/pipeline`);
        await until('reading is closed', async () =>
          (await other.locator('.pipeline .trouble').textContent())?.includes('Reading is closed here.'),
        );
        // Later snapshots of the first tab, which would be passed on by then.
        const asOf = () => page.locator('.live-mark').locator('..').textContent();
        for (let snapshot = 0; snapshot < 3; snapshot += 1) {
          const before = await asOf();
          await until('the first tab has another snapshot', async () => (await asOf()) !== before);
        }
        expect(await other.locator('.pipeline .box').count()).toBe(0);
        expect(await other.locator('.timeline li').count()).toBe(0);
        expect(await other.locator('body').textContent()).toContain('Reading is closed here.');

        await visitor.button('Sign in').press('Enter');
        await atIssuer(other, stage).signIn();
        const before = visitor.asked(`${platform().url}/v1/pipeline/live`);
        await pipelineShown(other).live();
        expect(await other.locator('.pipeline .box').count()).toBeGreaterThan(0);
        expect(visitor.asked(`${platform().url}/v1/pipeline/live`)).toBe(before);
      }));

    test('of two people, each has a stream of their own', () =>
      withPage(async ({ page }) => {
        const visitor = visitorOf(stage, page);
        await visitor.signIn('/pipeline', 'ann');
        await pipelineShown(page).live();
        // The issuer does not know this browser as Ann’s any more.
        await page.context().clearCookies();
        const other = await page.context().newPage();
        const bob = visitorOf(stage, other);
        await bob.signIn('/pipeline', 'bob');
        await pipelineShown(other).live();
        const [own] = [...bob.bearers];
        expect(visitor.bearers.has(own!)).toBe(false);
        // Refused while nobody was signed in, then opened.
        expect(bob.asked(`${platform().url}/v1/pipeline/live`)).toBe(2);
      }));
  });
};
