import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult } from '@skillstream/contracts';
import type { Locator, Page } from 'playwright-core';
import { signInWith } from './sign-in-with.ts';
import type { Stage } from './stage.ts';

const ROWS = 4000;
// Texts that differ: alike ones would be compared with each other for minutes before all is settled.
const textOf = (i: number): string =>
  Array.from({ length: 50 }, (_, word) => `w${(i * 7919 + word * 104_729) % 99_991}`).join(' ');
// Of a German spreadsheet: semicolons, quoted line breaks, and a column that nobody knows; two chunks long.
const rowOf = (i: number): string =>
  `Segelmacher ${i};Papierboote;Kiel;${i % 1000 === 7 ? '31.02.2025' : '03.04.2025'};Deck;"Wir nutzen Go,\r\n${textOf(i)}"`;
const german = [
  'Stellentitel;Firma;Ort;Veröffentlicht am;Team;Beschreibung',
  ...Array.from({ length: ROWS }, (_, i) => rowOf(i)),
].join('\r\n');

const tabs = 'id\ttitle\tdescription\tdate\n1\t\tWe use Go\t03/04/2025\n2\t\tWe use Kafka\t05/06/2025\n';

const choose = (page: Page, name: string, content: string) =>
  page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const isSaid = (page: Page, words: string) =>
  until(`“${words}” is said`, async () => (await page.textContent('main'))?.includes(words));

/** Types a text key by key, with no time in between, however busy the machine is. */
const typeAtOnce = (field: Locator, text: string) =>
  field.evaluate((input: HTMLInputElement, typed) => {
    // Not that of the element, by which the page would take it for its own.
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    for (let length = 1; length <= typed.length; length += 1) {
      set!.call(input, typed.slice(0, length));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, text);

/** The page that loads a file. */
export const filesAreLoaded = ({ get, withPage, platform }: Stage): void => {
  describe('a file on the page', () => {
    test('of a foreign habit is shown as it would be stored, loaded in parts, and counted', () =>
      withPage(async ({ show, page, violations, faults }) => {
        await show('/load');
        await choose(page, 'Papier Boote.csv', german);
        await isSaid(page, 'it takes a token with postings:write');
        await signInWith(page, (await platform().tokens())!);
        await isSaid(page, 'It is a table, UTF-8.');
        expect(await page.getByLabel('What Stellentitel becomes').inputValue()).toBe('title');
        expect(await page.getByLabel('What Team becomes').inputValue()).toBe('');
        await isSaid(page, 'Line 16, Veröffentlicht am: is no day of the calendar');
        // As the command says it of a file.
        await isSaid(page, 'Between its cells are semicolons.');
        await isSaid(page, 'Left out: Team.');
        await isSaid(page, 'The id of a posting: a hash of title, organization, place and text');
        await isSaid(page, '× Veröffentlicht am: is no day of the calendar (line 16)');
        const quality = page.getByRole('region', { name: 'Quality' });
        expect(await quality.getByRole('row', { name: /^Country 50/ }).count()).toBe(1);
        const first = page.getByRole('region', { name: 'First postings' }).locator('tbody tr').first();
        expect(await first.textContent()).toContain('Segelmacher 0');
        expect(await violations()).toEqual([]);

        // Another choice is asked for anew, and shown.
        await page.getByLabel('What Team becomes').selectOption('employmentType');
        await until('the choice is shown', async () => {
          const value = await page.getByLabel('What Team becomes').inputValue();
          return (
            value === 'employmentType' && (await page.getByRole('button', { name: 'Load it' }).isEnabled())
          );
        });

        // Stopped before anything has its answer, and gone on with.
        let held: (() => void) | null = null;
        let stopped = false;
        await page.route('**/v1/postings?*', async (route) => {
          if (stopped) return route.continue();
          await new Promise<void>((resolve) => (held ??= resolve));
          // Never sent on: what the page has given up must not be stored after all.
          return route.abort().catch(() => undefined);
        });
        await page.getByRole('button', { name: 'Load it' }).click();
        await until('it is sent', () => held !== null);
        await page.getByRole('button', { name: 'Stop' }).click();
        await isSaid(page, 'Stopped: 0 %');
        // The route stays: taken away, the browser would send on what it still holds.
        stopped = true;
        held!();
        await page.getByRole('button', { name: 'Go on' }).click();
        await isSaid(page, 'Loaded: 100 %');
        await isSaid(page, '3,996 accepted, 0 unchanged, 4 rejected.');
        await isSaid(page, '4 × Veröffentlicht am: is no day of the calendar (line 16)');
        expect(await violations()).toEqual([]);
        expect(faults).toEqual([]);
        await platform().settled();
        await until('its postings are counted', async () => {
          const { population } = demandResult.parse(await get('/v1/demand?source=papier-boote'));
          return population === ROWS - 4;
        });
      }));

    test('with tabs is loaded once the order of its dates is chosen, and is asked about once for a name that is typed', () =>
      withPage(async ({ show, page, violations, faults }) => {
        await show('/load');
        await signInWith(page, (await platform().tokens())!);
        await choose(page, 'tabs.tsv', tabs);
        await isSaid(page, 'choose that (above), then the file can be loaded');
        const load = page.getByRole('button', { name: 'Load it' });
        expect(await load.isEnabled()).toBe(false);
        expect(await violations()).toEqual([]);
        await page.getByLabel('Dates like 03/04/2025').selectOption('mdy');
        await until('it can be loaded', () => load.isEnabled());

        // What tagging would find, as the command shows it.
        const second = page.getByRole('region', { name: 'First postings' }).locator('tbody tr').nth(1);
        await until('its skills are shown', async () =>
          /^Apache Kafka$|^Kafka$/.test((await second.locator('td').last().textContent()) ?? ''),
        );

        let asked = 0;
        page.on('request', (request) => void (asked += request.url().includes('/v1/preview') ? 1 : 0));
        await typeAtOnce(page.getByLabel('Source of all rows'), 'from-tabs');
        const first = page.getByRole('region', { name: 'First postings' }).locator('tbody tr').first();
        await until('the name is taken', async () => (await first.textContent())?.includes('from-tabs'));
        // Of nine keys.
        expect(asked).toBeLessThan(4);

        await until('it can be loaded', () => load.isEnabled());
        await load.click();
        await isSaid(page, 'Loaded: 100 %');
        await isSaid(page, '2 accepted, 0 unchanged, 0 rejected.');
        expect(faults).toEqual([]);
      }));

    test('that cannot be loaded says why', () =>
      withPage(async ({ show, page, violations }) => {
        await show('/load');
        await signInWith(page, (await platform().tokens())!);
        await choose(page, 'numbers.csv', 'a,b\n1,2\n');
        await isSaid(page, 'This file cannot be loaded: no column is known as the description of a posting.');
        expect(await page.getByRole('button', { name: 'Load it' }).count()).toBe(0);
        expect(await violations()).toEqual([]);
        // One more choice, and it can be.
        await page.getByLabel('What b becomes').selectOption('description');
        await until(
          'it can be loaded',
          async () => (await page.getByRole('button', { name: 'Load it' }).count()) === 1,
        );
        await choose(page, 'jobs.json', '[{"job_title":"Dev","description":"We use Go"}]');
        await isSaid(page, 'npm run skillstream -- load jobs.json');
        expect(await page.getByLabel('What job_title becomes').count()).toBe(0);
        // The API would refuse each line of what the command maps.
        const ashby = { sourceId: 'x', company: 'Boats', postedAt: '2025-03-10', description: 'We use Go' };
        await choose(page, 'ashby.ndjson', JSON.stringify(ashby));
        await isSaid(page, 'npm run skillstream -- load ashby.ndjson');
        expect(await page.getByRole('button', { name: 'Load it' }).count()).toBe(0);
      }));
  });
};
