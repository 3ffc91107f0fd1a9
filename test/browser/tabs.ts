import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';

/** Many tabs of one browser, which has six connections to an origin, and may have ten streams of the gateway. */
export const tabsShareOneStream = ({ withPage, platform }: Stage): void => {
  const made = generateEndlessly(1212);
  const sendOne = async (): Promise<string> => {
    const [sent] = await sendAll(platform().url, [made.next().value]);
    return sent!.postingId;
  };
  const streams = async () => {
    const text = await platform().service('gateway').metrics();
    return Number(/^skillstream_pipeline_clients(?:\{.*\})? (\d+)$/m.exec(text)?.[1] ?? NaN);
  };
  const isSeenIn = async (tabs: readonly Page[], id: string) => {
    for (const [tab, page] of tabs.entries())
      await until(`the posting is seen in tab ${tab}`, async () =>
        (await page.getByRole('list', { name: 'Seen last' }).textContent())?.includes(id),
      );
  };

  test.each([2, 12])(
    '%i tabs have one stream; when its tab is closed another opens it, and none of them waits for another',
    (count) =>
      withPage(async ({ show, page, faults }) => {
        await until('nobody else watches', async () => (await streams()) === 0);
        await show('/pipeline');
        await pipelineShown(page).live();
        let opened = 0;
        const others: Page[] = [];
        while (others.length < count - 1) {
          const other = await page.context().newPage();
          other.on('request', (request) => (opened += Number(request.url().endsWith('/v1/pipeline/live'))));
          await other.goto(page.url());
          await pipelineShown(other).live();
          others.push(other);
        }
        expect([opened, await streams()]).toEqual([0, 1]);
        const linesOf = (tab: Page) => tab.locator('.timeline li').allTextContents();
        expect((await linesOf(page)).length).toBeGreaterThan(0);
        for (const other of others) {
          await until('a tab that came later has the same timeline', async () => {
            return JSON.stringify(await linesOf(other)) === JSON.stringify(await linesOf(page));
          });
          expect(await other.locator('.data-line strong').textContent()).toContain('postings');
        }
        await isSeenIn([page, ...others], await sendOne());
        expect(faults).toEqual([]);

        await page.close();
        await until('another tab has opened it', () => opened === 1);
        await isSeenIn(others, await sendOne());
        await until('the gateway has one stream', async () => (await streams()) === 1);
        // What is no stream finds a connection, too.
        const last = others.at(-1)!;
        await last.goto(`${platform().url}/`);
        await until('the market has its numbers', async () => (await last.locator('figure').count()) >= 4);
        expect(await last.locator('.trouble').count()).toBe(0);
      }),
  );
};
