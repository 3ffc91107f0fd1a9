import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demoKey } from '../../packages/cli/src/auth/demo-key.ts';
import { signedTokens } from '../../packages/cli/src/auth/sign-token.ts';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { signInWith } from './sign-in-with.ts';
import type { Stage } from './stage.ts';

/** What is open is in the address, and stays with the reader from page to page. */
export const linksLeadOn = ({ withPage, platform }: Stage): void => {
  describe('links', () => {
    test('the posting whose journey is open is in the address: a reload and a link show it, back closes it', () =>
      withPage(async ({ show, settled, page, faults }) => {
        const sample = generateEndlessly(77).next().value;
        const own = { ...sample, source: 'hn', sourceId: 'linked' };
        await show('/pipeline');
        await pipelineShown(page).live();
        const list = page.getByRole('list', { name: 'Seen last' });
        const heading = page.getByRole('heading', { name: /^Journey of/ });
        const says = (words: string) =>
          until(`the journey is of ${words}`, async () => (await heading.textContent())?.includes(words));
        const ids = [];
        for (const [posting, origin] of [
          [sample, 'sample'],
          [own, 'own'],
        ] as const) {
          const [sent] = await sendAll(platform().url, [posting]);
          const line = list.locator('li', { hasText: sent!.postingId });
          await until('its origin is said', async () => (await line.textContent())?.includes(` ${origin}, `));
          await until('it is drawn', async () => (await pipelineShown(page).drawn()).frames > 0);
          if (origin === 'own')
            await until('it is a diamond', async () => (await pipelineShown(page).drawn()).diamonds > 0);
          else expect((await pipelineShown(page).drawn()).diamonds).toBe(0);
          ids.push(sent!.postingId);
        }
        const [first, second] = ids;
        await list.getByRole('button', { name: first! }).press('Enter');
        await says(first!);
        expect(new URL(page.url()).searchParams.get('posting')).toBe(first);
        await page.reload();
        await settled();
        await says(first!);
        const hasFocus = (words: string) =>
          until(`the focus is on “${words}”`, () =>
            page.evaluate((text) => document.activeElement?.textContent === text, words),
          );
        // It came with the page: nothing here opened it.
        expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
        await page.goto(`${platform().url}/pipeline?role=backend&posting=${encodeURIComponent(second!)}`);
        await says(second!);
        await page.getByRole('button', { name: 'Close the journey' }).press('Enter');
        await until('it is closed', async () => (await heading.count()) === 0);
        await hasFocus('Postings on their way');
        expect(page.url()).toBe(`${platform().url}/pipeline?role=backend`);
        await page.goBack();
        await says(second!);
        expect(faults).toEqual([]);
      }));

    test('a posting can be retracted on its journey after a reload, by whom the token allows it', () =>
      withPage(async ({ show, page, violations }) => {
        const posting = { ...generateEndlessly(78).next().value, source: 'hn', sourceId: 'to retract' };
        const [sent] = await sendAll(platform().url, [posting]);
        await platform().settled();
        await show(`/pipeline?posting=${encodeURIComponent(sent!.postingId)}`);
        const panel = page.getByRole('region', { name: 'Journey', exact: true });
        const says = (words: string) =>
          until(`the journey says “${words}”`, async () => (await panel.textContent())?.includes(words));
        const button = panel.getByRole('button', { name: 'Retract it' });
        await says('Version 1, from hn');
        expect(await button.count()).toBe(0);
        await signInWith(page, (await signedTokens(demoKey(), Date.now, ['ops:read'])())!);
        await says('Version 1, from hn');
        expect(await button.count()).toBe(0);
        await page.getByRole('button', { name: 'Sign out' }).click();
        await signInWith(page, (await platform().tokens())!);
        await button.press('Enter');
        await says('Retracted: it is taken out of all counts.');
        await until('the focus is on the result', () =>
          page.evaluate(
            () => document.activeElement?.textContent?.startsWith('Retracted: it is taken out') ?? false,
          ),
        );
        await says('Version 2, from hn. Retracted, and taken out of the counts, in views and facts');
        expect(await panel.locator('tbody th').allTextContents()).toEqual(
          expect.arrayContaining(['retraction accepted', 'taken out of views', 'taken out of facts']),
        );
        expect(await violations()).toEqual([]);
        await page.reload();
        await says('Version 2, from hn. Retracted');
        expect(await button.count()).toBe(0);
      }));

    test('which postings count stays chosen from page to page, and an open journey does not', () =>
      withPage(async ({ show, page, faults }) => {
        const chosen = '?role=backend&country=DE&origin=sample';
        await show(`/pipeline${chosen}&posting=hn.x`);
        for (const [name, path] of [
          ...([
            ['Try it', '/try'],
            ['Compare', '/compare'],
            ['Pipeline', '/pipeline'],
          ] as const),
          ...([
            ['Reports', '/reports'],
            ['Market', '/'],
          ] as const),
        ]) {
          await page.getByRole('navigation').getByRole('link', { name }).press('Enter');
          await until(`${path} is shown`, () => page.url() === `${platform().url}${path}${chosen}`);
        }
        // Nobody knows that posting: the page says so, and the console, too.
        expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
      }));
  });
};
