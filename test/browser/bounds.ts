import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Browser, Page } from 'playwright-core';
import { startGenerator } from '../platform/generator.ts';
import { countBytes } from './bytes-by-kind.ts';
import { drawnDuring } from './frames-drawn.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';
import { views } from './view-paths.ts';

/** The most that a view transfers before it has its numbers, by kind, in bytes; other kinds there are none. */
const most: Readonly<Record<string, number>> = {
  document: 2_000,
  scripts: 180 * 1024,
  styles: 8_000,
  images: 2_000,
  API: 80_000,
  stream: 200_000,
};
/** How many files there are of each kind; scripts are those of every page, and that of one by itself. */
const mostResponses: Readonly<Record<string, number>> = { scripts: 4, API: 24 };

/** Of the whole page, whatever changes in them: the browser may have to draw in software. */
const MOST_FRAMES = 15;
const MOST_FRAMES_AT_REST = 5;
/** A task above that, of CPU, is one that somebody feels. */
const LONG_TASK_MS = 50;
const RATE = 40;

/** What the page may cost, as counts and sizes. */
export const costIsBounded = ({ withPage, platform }: Stage, browser: () => Browser): void => {
  test.each(views)('%s transfers no more than its bound, of each kind', (path) =>
    withPage(async ({ page, show }) => {
      const bytes = await countBytes(page);
      await show(path);
      const found = bytes();
      expect(Object.keys(found)).toEqual(expect.arrayContaining(['document', 'scripts', 'styles', 'API']));
      const beyond = Object.entries(found).filter(
        ([kind, { transferred, responses }]) =>
          transferred > (most[kind] ?? 0) || responses > (mostResponses[kind] ?? 1),
      );
      expect(beyond).toEqual([]);
    }),
  );

  describe('the page of the pipeline', () => {
    const frames = (page: Page) => pipelineShown(page).drawn();
    const snapshots = async (page: Page, count: number) => {
      const seen = new Set<string | null>();
      await until(`${count} snapshots are shown`, async () => {
        seen.add(await page.locator('.live-mark').locator('xpath=..').textContent());
        return seen.size > count;
      });
    };

    test('draws no dots while nothing moves, and no more frames than snapshots and ticks', () =>
      withPage(async ({ show, page }) => {
        await platform().settled();
        await show('/pipeline');
        await pipelineShown(page).live();
        // Whatever was sent before is no longer on its way.
        await until('no dot is left', async () => (await frames(page)).dots === 0);
        const drawn = await drawnDuring(browser(), page, () => snapshots(page, 5));
        expect(drawn.dotFrames).toBe(0);
        expect(drawn.pageFrames).toBeGreaterThan(0);
        expect(drawn.pageFrames).toBeLessThanOrEqual(MOST_FRAMES_AT_REST * drawn.seconds + 2);
        expect(drawn.longestTaskMs).toBeLessThan(LONG_TASK_MS);
      }));

    test('draws at most 15 frames a second while postings flow, and has no long task', () =>
      withPage(async ({ show, page }) => {
        await show('/pipeline');
        await pipelineShown(page).live();
        const stop = await startGenerator(platform(), RATE);
        try {
          await until('postings flow', async () => (await frames(page)).dots > 20);
          const before = (await frames(page)).frames;
          const drawn = await drawnDuring(browser(), page, () =>
            until('a hundred frames are drawn', async () => (await frames(page)).frames > before + 100),
          );
          expect(drawn.dotFrames).toBeGreaterThanOrEqual(100);
          expect(drawn.pageFrames).toBeGreaterThan(drawn.dotFrames / 2);
          expect(drawn.pageFrames).toBeLessThanOrEqual(MOST_FRAMES * drawn.seconds + 2);
          expect(drawn.longestTaskMs).toBeLessThan(LONG_TASK_MS);
        } finally {
          await stop();
        }
      }));
  });
};
