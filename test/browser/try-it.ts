import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, journey } from '@skillstream/contracts';
import type { Page } from 'playwright-core';
import { demoKey } from '../../packages/cli/src/auth/demo-key.ts';
import { signedTokens } from '../../packages/cli/src/auth/sign-token.ts';
import { whileReadingIsClosed } from './closed.ts';
import { shownCount } from './shown.ts';
import { signInWith } from './sign-in-with.ts';
import type { Stage } from './stage.ts';

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
      await findSkills(page, '  We use  Go and Postgre\u200bSQL. You will go far; no PHP.');
      expect(await page.locator('mark').allTextContents()).toEqual(['Go', 'PostgreSQL']);
      expect(await page.getByRole('region', { name: 'Refused' }).textContent()).toContain(
        '“PHP” as PHP (Programming languages): “no” says that it is not asked for',
      );
      expect(await page.locator('.pasted').textContent()).toBe(
        'We use Go and PostgreSQL. You will go far; no PHP.',
      );
      expect(await page.textContent('main')).not.toContain('looks like HTML');
      expect(await violations()).toEqual([]);
      expect(faults).toEqual([]);
      // Writing takes a token; the page says so before and after it is tried, and goes on with one.
      await isSaid(page, 'It takes a token with postings:write');
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await isSaid(page, 'that takes a token with postings:write');
      await signInWith(page, (await platform().tokens())!);
      await page.getByRole('button', { name: 'Send it as a posting' }).click();
      await isSaid(page, 'Counted, in views and facts');
      expect(await violations()).toEqual([]);

      // What it was read as is what is stored.
      await isSaid(page, 'Read as');
      expect(await page.locator('.read-as dd').allTextContents()).toEqual([
        ...['We use Go and PostgreSQL. You will go far; no PHP.', 'Other'],
        ...Array.from({ length: 4 }, () => 'not found in it'),
      ]);
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
      // Another text is another posting, once its skills are found: until then it is not sent, nor is the one before.
      const sent: unknown[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/v1/postings'))
          sent.push(request.postDataJSON());
      });
      await findSkills(page, 'We use Kotlin.');
      const send = page.getByRole('button', { name: /^Send it as/ });
      await until('it can be sent in', () => send.isEnabled());
      await page.getByLabel('A job posting').fill('We use Rust.');
      await isSaid(page, 'The skills below are those of the previous text.');
      await until('it cannot be sent in', () => send.isDisabled());
      await send.evaluate((button: HTMLButtonElement) => button.click());
      expect(await violations()).toEqual([]);
      await findSkills(page, 'We use Rust.');
      await until('it can be sent in', () => send.isEnabled());
      expect(await page.textContent('main')).not.toContain('previous text');
      expect(sent).toEqual([]);
    }));

  test('a text that is sent by many clicks, and again after a lost response, is one posting, and can be retracted', () =>
    withPage(async ({ show, page, violations, faults }) => {
      await show('/try');
      await signInWith(page, (await platform().tokens())!);
      expect(faults).toEqual([]);
      const population = async () => demandResult.parse(await get('/v1/demand?source=page')).population;
      const before = await population();
      await findSkills(page, 'We use Kotlin, and PostgreSQL, once.');
      const ids: string[] = [];
      let isLost = true;
      await page.route('**/v1/postings', async (route) => {
        ids.push((route.request().postDataJSON() as { sourceId: string }).sourceId);
        const response = await route.fetch();
        expect(response.ok()).toBe(true);
        if (isLost) await route.abort();
        else await route.fulfill({ response });
      });
      const clickThrice = () =>
        page.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
            /^Send it (as|again)/.test(textContent),
          )!;
          for (let click = 0; click < 3; click += 1) button.click();
        });
      await clickThrice();
      await isSaid(page, 'It is not known whether it arrived; sending again counts it once.');
      expect(await violations()).toEqual([]);
      isLost = false;
      await page.getByRole('button', { name: 'Send it again' }).click();
      await isSaid(page, 'Counted, in views and facts');
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
      // All is counted then, so a second one would be passed over; a response from before may be cached for a moment.
      await platform().settled();
      await until('it is counted once', async () => (await population()) === before + 1);

      // A look at a skill, and back: the text, what was found and what was sent are there.
      await page.getByRole('region', { name: 'Taken' }).getByRole('link').first().click();
      await until('the skill is shown', () => page.url().includes('/skills/'));
      await page.goBack();
      await isSaid(page, 'Counted, in views and facts');
      expect(await page.getByLabel('A job posting').inputValue()).toContain('Kotlin');
      expect(await page.getByRole('button', { name: 'Send it as a posting' }).isDisabled()).toBe(true);

      await page.getByRole('button', { name: 'Retract it' }).click();
      await isSaid(page, 'Retracted: it is taken out of all counts.');
      await isSaid(page, 'Retracted, and taken out of the counts, in views and facts');
      expect(await page.textContent('main')).not.toContain('Counted, in views');
      await platform().settled();
      await until('it is no longer counted', async () => (await population()) === before);
      expect(await violations()).toEqual([]);
    }));

  test('a text that is too long is not sent, counted in the characters of the API, and one sentence is announced', () =>
    withPage(async ({ show, page }) => {
      await show('/try');
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/v1/tags')) asked.push(request.url());
      });
      const text = page.getByLabel('A job posting');
      const find = page.getByRole('button', { name: 'Find skills' });
      await text.fill(`Go${'x'.repeat(102_298)}`);
      await isSaid(page, '102,300 of 20,000 characters: 82,300 too many');
      expect(await find.isDisabled()).toBe(true);
      await page.locator('form.try').evaluate((form: HTMLFormElement) => form.requestSubmit());
      expect(asked).toEqual([]);
      // Each crab is one character of the API, and two of a script.
      await text.fill(`We use Go and PostgreSQL. ${'🦀'.repeat(19_974)}`);
      await isSaid(page, '20,000 of 20,000 characters');
      await find.click();
      await until('skills are found', async () => (await page.locator('mark').count()) === 2);
      const live = page.locator('main').locator('[aria-live], [role=status], [role=alert]');
      const said = (await live.allTextContents()).filter((words) => words !== '');
      expect(said).toContain('2 skills found');
      for (const words of said) expect(words.length).toBeLessThan(200);
    }));

  test('where a token does not allow to follow a posting the page says what would, and goes on with that', () =>
    whileReadingIsClosed(platform(), () =>
      withPage(async ({ page, violations }) => {
        await page.goto(`${platform().url}/try`);
        const few = signedTokens(demoKey(), Date.now, ['analytics:read', 'postings:write']);
        await signInWith(page, (await few())!);
        await findSkills(page, 'We use Go and PostgreSQL.');
        await page.getByRole('button', { name: 'Send it as a posting' }).click();
        await isSaid(page, 'that takes a token with ops:read');
        expect(await violations()).toEqual([]);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await signInWith(page, (await platform().tokens())!);
        await isSaid(page, 'Counted, in views and facts');
      }),
    ));
};
