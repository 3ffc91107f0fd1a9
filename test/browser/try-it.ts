import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, journey } from '@skillstream/contracts';
import type { Page } from 'playwright-core';
import { demoKey } from '../../packages/cli/src/auth/demo-key.ts';
import { signedTokens } from '../../packages/cli/src/auth/sign-token.ts';
import { whileReadingIsClosed } from './closed.ts';
import { shownCount } from './shown.ts';
import type { Stage } from './stage.ts';

const signIn = async (page: Page, token: string) => {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
};
const findSkills = async (page: Page, text: string) => {
  await page.getByLabel('A job posting').fill(text);
  await page.getByRole('button', { name: 'Find skills' }).click();
  await until('skills are found', async () => (await page.locator('mark').count()) > 0);
};
const isSaid = (page: Page, words: string) =>
  until(`“${words}” is said`, async () => (await page.textContent('main'))?.includes(words));

/** The page that takes a text. */
export const textsAreTried = ({ get, withPage, platform }: Stage): void => {
  test('a text has its skills where they stand, with reasons, and is followed until it is counted once it is sent in', () =>
    withPage(async ({ show, page, violations, faults }) => {
      await show('/try');
      await findSkills(page, 'We use Go and PostgreSQL. You will go far; no PHP.');
      expect(await page.locator('mark').allTextContents()).toEqual(['Go', 'PostgreSQL']);
      expect(await page.getByRole('region', { name: 'Refused' }).textContent()).toContain('PHP');
      expect(await violations()).toEqual([]);
      expect(faults).toEqual([]);
      // Writing takes a token; the page says so, and goes on with one.
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await isSaid(page, 'that takes a token with postings:write');
      await signIn(page, (await platform().tokens())!);
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await isSaid(page, 'Counted, in views and facts');
      expect(await violations()).toEqual([]);

      const id = (await page.locator('.followed code').first().textContent())!;
      const { outcome, steps } = journey.parse(await get(`/v1/postings/${id}/journey`));
      expect(outcome).toBe('counted');
      const cells = (column: number) =>
        page.locator(`.followed tbody tr > :nth-child(${column})`).allTextContents();
      expect(await cells(1)).toEqual([
        ...['accepted', 'published', 'tagged', 'counted in views', 'counted in facts'],
      ]);
      expect(await cells(2)).toEqual(steps.map(() => '✓ done'));
      expect(await cells(5)).toEqual(steps.map(({ replica }) => replica ?? ''));
      expect(await cells(6)).toEqual(
        steps.map(({ topic, partition, offset }) => (topic ? `${topic}/${partition}/${offset}` : '')),
      );
      expect(demandResult.parse(await get('/v1/demand?source=page')).population).toBe(1);
      const { population } = demandResult.parse(await get('/v1/demand'));
      await until(
        'the page counts it',
        async () =>
          (await page.locator('.data-line strong').textContent()) === `${shownCount(population)} postings`,
      );
      const link = page.getByRole('link', { name: 'watch it in the pipeline' });
      expect(await link.getAttribute('href')).toBe(`/pipeline?${new URLSearchParams({ posting: id })}`);
      // Another text is another posting.
      await findSkills(page, 'We use Rust.');
      await until('it can be sent in', () => page.getByRole('button', { name: /^Send it/ }).isEnabled());
    }));

  test('where a token does not allow to follow a posting the page says what would, and goes on with that', () =>
    whileReadingIsClosed(platform(), () =>
      withPage(async ({ page, violations }) => {
        await page.goto(`${platform().url}/try`);
        const few = signedTokens(demoKey(), Date.now, ['analytics:read', 'postings:write']);
        await signIn(page, (await few())!);
        await findSkills(page, 'We use Go and PostgreSQL.');
        await page.getByRole('button', { name: 'Send it as a posting' }).click();
        await isSaid(page, 'that takes a token with ops:read');
        expect(await violations()).toEqual([]);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await signIn(page, (await platform().tokens())!);
        await isSaid(page, 'Counted, in views and facts');
      }),
    ));
};
