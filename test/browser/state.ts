import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, skillResult } from '@skillstream/contracts';
import type { Stage } from './stage.ts';

/** What is chosen is in the address, and what is shown can be taken along. */
export const stateIsInTheAddress = ({ get, withPage }: Stage): void => {
  test('what is chosen is in the address, and back, forward and a reload keep it', () =>
    withPage(async ({ show, settled, page, faults }) => {
      await show('/');
      await page.getByLabel('Role').selectOption('backend');
      await until('the role is in the address', () => page.url().endsWith('/?role=backend'));
      await page.getByLabel('Country').selectOption('DE');
      await until('the country is in the address', () => page.url().endsWith('/?role=backend&country=DE'));
      const chosen = async () => [
        await page.getByLabel('Role').inputValue(),
        await page.getByLabel('Country').inputValue(),
      ];
      await page.goBack();
      await until('the country is gone', async () => (await chosen()).join() === 'backend,');
      await page.goForward();
      await until('the country is back', async () => (await chosen()).join() === 'backend,DE');
      await page.reload();
      await settled();
      expect(await chosen()).toEqual(['backend', 'DE']);
      expect(faults).toEqual([]);
    }));

  test('what the address holds and is no value is said and taken out of it, and the rest is shown', () =>
    withPage(async ({ show, page, violations, faults }) => {
      const says = (words: string) =>
        until(`it says “${words}”`, async () => {
          const said = await page.getByRole('status').allTextContents();
          if (said.some((text) => text.includes(words)) && (await page.locator('main').isVisible()))
            return true;
          throw new Error(`${page.url()} says ${said.join(' | ')}`);
        });
      // The categories of a source that there is not come first: they say nothing of the others.
      const counted = page.waitForResponse((response) => response.url().includes('source=nobody'));
      await page.route(
        ({ pathname }) => pathname === '/v1/sources',
        async (route) => {
          await counted;
          await route.continue();
        },
      );
      await show('/?role=chef&country=DE&seniority=principal&source=nobody&category=nosql');
      await says('Left out of the address: role=chef, seniority=principal, source=nobody, category=nosql.');
      await until('they are gone from it', () => page.url().endsWith('/?country=DE'));
      expect(await page.getByLabel('Country').inputValue()).toBe('DE');
      expect(await violations()).toEqual([]);
      await page.getByRole('navigation').getByRole('link', { name: 'Compare' }).press('Enter');
      await until('it is said no more', async () => (await page.getByText('Left out of').count()) === 0);
      await page.goBack();
      await until('the address stays as it was', () => page.url().endsWith('/?country=DE'));
      await show('/pipeline?posting=nonsense');
      await says('posting=nonsense. “nonsense” is no id of a posting');
      await until('it is gone from it', () => page.url().endsWith('/pipeline'));
      expect(faults).toEqual([]);
    }));

  test('the trend of a single month has the interval of each skill as a bar', () =>
    withPage(async ({ show, page, violations, faults }) => {
      await show('/?from=2025-03&to=2025-03&trends=go,python');
      const bars = page.locator('.series .alone');
      await until('each skill has its bar', async () =>
        (await bars.evaluateAll((all) => all.map((one) => one.getAttribute('d') ?? '').join())).match(
          /^M[^,]+V[^,]+,M[^,]+V[^,]+$/,
        ),
      );
      expect(await page.getByText('bar: 95% interval').count()).toBe(1);
      expect(await violations()).toEqual([]);
      expect(faults).toEqual([]);
    }));

  test('while the pay of another skill is on its way, that of the one before keeps its name, in the file, too', () =>
    withPage(async ({ show, page, faults }) => {
      const { skills } = demandResult.parse(await get('/v1/demand?top=20'));
      const [before, next] = [skills[0]!.skillId, skills[1]!.skillId];
      const titleOf = async (id: string) =>
        `Pay with ${skillResult.parse(await get(`/v1/skills/${encodeURIComponent(id)}`)).label} and without`;
      const [titleBefore, titleNext] = [await titleOf(before), await titleOf(next)];
      const nextAnswer = Promise.withResolvers<void>();
      await page.route(
        ({ pathname }) => pathname === `/v1/skills/${encodeURIComponent(next)}/salary`,
        async (route) => {
          await nextAnswer.promise;
          await route.continue();
        },
      );
      await show('/');
      const title = () => page.getByRole('heading', { name: /^Pay with/ }).textContent();
      await until('the skill has its label', async () => (await title()) === titleBefore);
      await page.getByLabel('Skill', { exact: true }).selectOption(next);
      const figure = page.getByRole('figure', { name: /^Pay with/ });
      await until('the other is asked for', async () => (await figure.getAttribute('aria-busy')) === 'true');
      expect(await title()).toBe(titleBefore);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV of Pay with' }).click(),
      ]);
      expect(download.suggestedFilename()).toContain(`pay-with-${before}-`);
      const [, ...rows] = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(rows.every((row) => row.startsWith(`${before},`))).toBe(true);
      nextAnswer.resolve();
      await until('the other has its name', async () => (await title()) === titleNext);
      expect(faults).toEqual([]);
    }));

  test('a chart is saved as CSV with every digit, and as a PNG', () =>
    withPage(async ({ show, page, faults }) => {
      const { skills } = demandResult.parse(await get('/v1/demand?top=20&role=backend'));
      await show('/?role=backend');
      const saved = async (kind: string, figure = 'Most asked skills') => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `${kind} of ${figure}` }).click(),
        ]);
        return readFileSync(await download.path());
      };
      const lines = (await saved('CSV')).toString().trimEnd().split('\r\n');
      expect(lines).toHaveLength(skills.length + 1);
      expect(lines.join('\n')).toContain(String(skills[0]!.share));
      const [columns, ...pays] = (await saved('CSV', 'Pay with')).toString().trimEnd().split('\r\n');
      expect(columns).toMatch(/,currency,period,counted,origin$/);
      expect(pays.every((line) => line.endsWith(',USD,year,postings,sample'))).toBe(true);
      const png = await saved('PNG');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(10_000);
      expect(faults).toEqual([]);
    }));
};
