import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, pipelineState, reportResult } from '@skillstream/contracts';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { hearAnnounced } from './announced.ts';
import { sameGroups, sameNumbers } from './numbers.ts';
import { shownCount } from './shown.ts';
import type { Stage } from './stage.ts';

const EVERY = 'Sample data: every posting is made up.';
const SOME = 'Some of it is made-up sample data.';
const OTHERS = ['/skills/docker', '/compare', '/reports', '/reports/backend-2025', '/try'];

const postingsOf = (source: string, seed: number, count: number) =>
  [...generateSample({ seed, count, firstMonth: '2024-01' })].map(({ posting }) => ({ ...posting, source }));

/** Own postings and the sample on the same platform. */
export const ownAndSampleAreToldApart = (stage: Stage): void => {
  const { get, withPage, platform } = stage;
  describe('own postings beside the sample', () => {
    test('the first one takes the place of the sample, the notice goes, and each can be chosen', () =>
      withPage(async ({ show, settled, page, violations, faults }) => {
        const line = page.locator('.data-line');
        const choice = page.getByLabel('Taken from');
        const madeUp = async () => (await page.locator('.made-up').allTextContents()).join();
        const counts = (postings: string, notice: string) =>
          until(`${postings} count, with the notice “${notice}”`, async () => {
            const shown = [await line.locator('strong').textContent(), await madeUp()];
            return shown.join() === [postings, notice].join();
          });
        const captions = (words: string) =>
          until(`every figure is of ${words}`, async () => {
            const found = await page.locator('figure .caption').allTextContents();
            return found.length > 0 && found.every((caption) => caption.includes(words));
          });
        await show('/');
        await counts('2,400 postings', EVERY);
        await captions('the made-up sample, all months');

        await sendAll(platform().url, postingsOf('hn', 8, 1));
        await counts('1 posting', '');
        await captions('own postings, all months');
        expect(await line.textContent()).toContain(
          'The made-up sample is loaded, too, but not in the market’s numbers.',
        );
        await until(
          'the list names all that there is',
          async () =>
            (await choice.locator('option').allTextContents()).join('|') ===
            'By default: own postings|Own postings (1)|The made-up sample (2,400)|' +
              'Own postings and the made-up sample (2,401)|hn (1)',
        );

        const choose = async (value: string, query: string) => {
          await choice.selectOption(value);
          await until('what is chosen is in the address', () => page.url().endsWith(`/${query}`));
        };
        await choose('sample', '?origin=sample');
        await counts('2,400 postings', EVERY);
        await captions('the made-up sample, all months');
        await choose('all', '?origin=all');
        await counts('2,401 postings', SOME);
        await captions('own postings and the made-up sample, all months');
        expect(await violations()).toEqual([]);
        await choose('source:hn', '?source=hn');
        await counts('1 posting', '');
        await captions('postings of hn, all months');
        expect(await line.textContent()).toContain('from facts');
        await page.reload();
        await settled();
        expect(await choice.inputValue()).toBe('source:hn');
        await counts('1 posting', '');
        await choose('', '');
        await counts('1 posting', '');
        expect(faults).toEqual([]);
      }));

    test.each(OTHERS)('%s has no notice while it is of own postings, and has it for the sample', (path) =>
      withPage(async ({ show, page, faults }) => {
        const line = page.locator('.data-line');
        await show(path);
        await until(
          'own postings count',
          async () => (await line.locator('strong').textContent()) === '1 posting',
        );
        expect(await page.locator('.made-up').count()).toBe(0);
        await page.getByRole('link', { name: 'Show the sample' }).click();
        await until(
          'the sample is chosen',
          () => new URL(page.url()).searchParams.get('origin') === 'sample',
        );
        await show(`${path}?origin=sample`);
        expect(await page.locator('.made-up').textContent()).toBe(EVERY);
        expect(await line.locator('strong').textContent()).toBe('2,400 postings');
        expect(faults).toEqual([]);
      }),
    );

    test('numbers on the page are those of the API, by source and by origin', async () => {
      await sendAll(platform().url, [...postingsOf('hn', 9, 300), ...postingsOf('lever', 10, 100)]);
      await platform().settled();
      await until(
        'the results hold them all',
        async () => demandResult.parse(await get('/v1/demand')).population === 401,
      );
      const filters = [
        ...['', 'origin=own&role=backend', 'origin=sample&workplace=remote', 'origin=all&seniority=senior'],
        ...['source=hn', 'source=hn&country=US', 'source=lever&from=2024-05&to=2025-06', 'source=sample'],
      ].map((filter) => new URLSearchParams(filter));
      // All but one that a few postings may not match.
      expect(await sameNumbers(stage, filters)).toBeGreaterThanOrEqual(filters.length - 1);
    });

    test('while postings come their number is shown, and is not read out each time, nor is a value that is looked at', () =>
      withPage(async ({ show, page, faults }) => {
        const shown = () => page.locator('.data-line strong').textContent();
        await show('/?origin=own');
        const before = await shown();
        await page.locator('.chart').first().focus();
        await page.keyboard.press('ArrowDown');
        const announced = await hearAnnounced(page);
        await sendAll(platform().url, postingsOf('hn', 12, 3));
        await until('the number is another one', async () => (await shown()) !== before);
        expect((await announced()).filter((text) => text.includes('posting'))).toEqual([]);
        expect(faults).toEqual([]);
      }));

    test('while postings are counted the line says how many are on their way, and says so no longer once they are', () =>
      withPage(async ({ show, page, violations, faults }) => {
        const found = pipelineState.parse(await get('/v1/pipeline'));
        const total = { ...found.ledger!.total, accepted: 1000, inFlight: 600 };
        const json = { ...found, ledger: { total, idle: false, balanced: false } };
        await page.route('**/v1/pipeline', (route) => route.fulfill({ json }));
        const line = page.locator('.data-line');
        const says = async (words: string) => (await line.textContent())?.includes(words) ?? false;
        await show('/');
        await until('it says how many', () => says('600 of 1,000 postings accepted so far are on their way'));
        expect(await violations()).toEqual([]);
        const announced = await hearAnnounced(page);
        await page.unroute('**/v1/pipeline');
        await until('it says so no longer', async () => !(await says('on their way')));
        expect((await announced()).filter((text) => text.includes('600'))).toEqual([]);
        expect(faults).toEqual([]);
      }));

    test('two groups and a report have the numbers of the API, of one source', async () => {
      await sameGroups(stage, 'by=role&a=backend&b=frontend&source=hn', 'Backend and Frontend');
      await withPage(async ({ show, page, faults }) => {
        const { population } = reportResult.parse(await get('/v1/report/backend-2025?source=hn'));
        await show('/reports/backend-2025?source=hn');
        expect(await page.locator('main > .caption').textContent()).toContain(
          `Measured on ${shownCount(population)} ${population === 1 ? 'posting' : 'postings'} (postings of hn, `,
        );
        expect(population).toBeGreaterThan(0);
        expect(faults).toEqual([]);
      });
    });
  });
};
