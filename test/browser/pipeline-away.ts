import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { hearAnnounced } from './announced.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';
import type { WatchedPage } from './watched-page.ts';

const MARK = 'the same document';

/** The page of the pipeline while something is away. */
export const pipelineSaysWhatIsAway = ({ withPage, platform }: Stage): void => {
  const made = generateEndlessly(2323);
  const opened = async ({ show, page }: WatchedPage) => {
    await show('/pipeline');
    await page.evaluate((mark) => document.body.setAttribute('data-mark', mark), MARK);
    const shown = pipelineShown(page);
    await shown.live();
    return shown;
  };
  const isSame = async ({ page }: WatchedPage) =>
    expect(await page.getAttribute('body', 'data-mark')).toBe(MARK);

  /** What was wrong is seen at its moment again and in a replay, and a screen reader is not told of it as of news. */
  const isNoNewsAgain = async ({ page }: WatchedPage, trouble: string) => {
    const shown = pipelineShown(page);
    const announced = await hearAnnounced(page);
    await page.getByRole('slider', { name: 'Moment' }).focus();
    await page.keyboard.press('Home');
    await until('a moment is shown at which it was wrong', async () => {
      await page.keyboard.press('ArrowRight');
      return (await shown.textOf('What is wrong'))?.includes(trouble);
    });
    await page.getByRole('button', { name: 'Replay 5 times as fast' }).press('Enter');
    await shown.live();
    await shown.nothingIsWrong();
    expect((await announced()).filter((text) => text.includes(trouble))).toEqual([]);
  };

  describe('the pipeline, while something is away', () => {
    test('a tagging that stands still is gone, not zero; when it goes on, so does the page, and a replay of it is no news', () =>
      withPage(async (watched) => {
        const shown = await opened(watched);
        await shown.nothingIsWrong();
        const tagging = platform().service('tagging');
        tagging.signal('SIGSTOP');
        await tagging.paused();
        try {
          await until('it is gone', async () => (await shown.textOf('tagging'))?.includes('gone, last seen'));
          expect(await shown.figures('tagging')).toMatchObject({ in: 'no data', out: 'no data' });
          expect(await shown.textOf('What is wrong')).toContain('its last figures are');
          await until('it is announced once it lasts', async () =>
            (await watched.page.locator('.announced').textContent())?.includes('is gone'),
          );
          const ofTagging = (await shown.partitions()).filter(([, group]) => group === 'tagging');
          expect(ofTagging.length).toBeGreaterThan(0);
          for (const row of ofTagging) {
            expect(row[3]).toContain('nobody');
            expect(row[7]).toBe('no data');
          }
          expect(await watched.violations()).toEqual([]);
        } finally {
          tagging.signal('SIGCONT');
        }
        await shown.nothingIsWrong();
        await isSame(watched);
        await isNoNewsAgain(watched, 'is gone');
      }));

    test('a group whose reader stands still has no lag, and not the 0 of before, while records wait', () =>
      withPage(async (watched) => {
        const shown = await opened(watched);
        await shown.nothingIsWrong();
        const analytics = platform().service('analytics');
        const lagOf = async () => (await shown.figures('Topic before analytics'))['lag'];
        await until('nothing waits', async () => (await lagOf()) === '0 records');
        analytics.signal('SIGSTOP');
        await analytics.paused();
        try {
          await sendAll(platform().url, [made.next().value, made.next().value, made.next().value]);
          await until('the lag is not known', async () => (await lagOf()) === 'no data');
          const rows = (await shown.partitions()).filter(([, group]) => group!.startsWith('analytics'));
          expect(rows.length).toBeGreaterThan(0);
          for (const [, , , reader, next, end, lag, oldest] of rows) {
            expect(reader).toMatch(/figures .* old/);
            expect([next, end].join()).toMatch(/^was [\d,]+,was [\d,]+$/);
            expect([lag, oldest]).toEqual(['no data', 'no data']);
          }
          expect(await watched.violations()).toEqual([]);
        } finally {
          analytics.signal('SIGCONT');
        }
        await platform().settled();
        await until('the lag is known', async () => (await lagOf()) === '0 records');
        await shown.nothingIsWrong();
      }));

    test('a gateway that stands still or ends is said, and what happened is in the timeline once', () =>
      withPage(async (watched) => {
        const { page } = watched;
        const shown = await opened(watched);
        const gateway = platform().service('gateway');
        gateway.signal('SIGSTOP');
        await gateway.paused();
        try {
          await shown.notLive(/^Stale: nothing has come.*The numbers are of/);
          for (const panel of ['Ledger', 'What is wrong', 'Timeline', 'Objectives', 'Partitions', 'gateway'])
            expect(await shown.textOf(panel)).toMatch(/As of .*; not known since then\./);
          expect(await shown.textOf('What is wrong')).not.toContain('No service reports a fault');
          expect(await watched.violations()).toEqual([]);
        } finally {
          gateway.signal('SIGCONT');
        }
        await shown.live();
        await gateway.stop();
        await shown.notLive(/^Offline/);
        expect(await page.locator('.pipeline .box').count()).toBeGreaterThan(0);
        expect(await page.locator('.as-of').count()).toBeGreaterThan(0);
        gateway.start();
        await gateway.ready();
        await shown.live();
        await until('all is known', async () => (await page.locator('.as-of').count()) === 0);
        // What happened while nobody heard it, and nobody remembers, is not called nothing.
        expect(await shown.textOf('Postings on their way')).toContain(
          'None was seen since this page hears the gateway again, ',
        );
        const lines = await page
          .locator('.timeline li')
          .evaluateAll((all) =>
            all.map((line) => `${line.querySelector('time')?.dateTime} ${line.textContent}`),
          );
        expect(new Set(lines).size).toBe(lines.length);
        await isSame(watched);
      }));

    test('where reading is closed the page says so, and shows everything with a token', () =>
      withPage(async (watched) => {
        const { page } = watched;
        const gateway = platform().service('gateway');
        await gateway.stop();
        gateway.start({ AUTH_READS: 'closed' });
        await gateway.ready();
        try {
          await page.goto(`${platform().url}/pipeline`);
          await until('the page says that reading is closed', async () =>
            (await page.locator('.pipeline .trouble').textContent())?.includes('Reading is closed here.'),
          );
          expect(await page.locator('.pipeline .box').count()).toBe(0);
          await page.getByRole('button', { name: 'Sign in' }).press('Enter');
          await page.getByLabel('Access token').fill((await platform().tokens())!);
          await page.keyboard.press('Enter');
          await pipelineShown(page).live();
          expect(await page.locator('.pipeline .box').count()).toBeGreaterThan(0);
          await page.getByRole('button', { name: 'Sign out' }).click();
          await until(
            'nothing is shown any more',
            async () => (await page.locator('.pipeline .box').count()) === 0,
          );
        } finally {
          await gateway.stop();
          gateway.start();
          await gateway.ready();
        }
      }));
  });
};
