import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Page } from 'playwright-core';
import { startGenerator } from '../platform/generator.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';

// `SKILLSTREAM_SCREENSHOTS=docs/images npm run test:browser -- -t README` makes the pictures of the README again.
const folder = process.env['SKILLSTREAM_SCREENSHOTS'];
// WebP is a third of PNG here, and every browser shows it.
const MOST_BYTES = 200 * 1024;
const RATE = 20;
const WINDOW = { viewport: { width: 1280, height: 860 }, colorScheme: 'light' } as const;

const textToTry =
  'Senior backend engineer in Berlin, remote. You write Go and Python, run PostgreSQL and Kafka on Kubernetes, ' +
  'and will go far with us. No PHP. 80,000 to 95,000 EUR.';

/** The pictures that the README shows, of the sample alone. */
export const readmeHasItsPictures = ({ withPage, platform }: Stage): void => {
  const take = async (page: Page, name: string) => {
    await until('the sources are known', async () =>
      (await page.textContent('.made-up'))?.includes('every posting is made up'),
    );
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
    const picture = Buffer.from(data, 'base64');
    expect([name, picture.length <= MOST_BYTES]).toEqual([name, true]);
    if (folder) writeFileSync(join(folder, `readme-${name}.webp`), picture);
  };

  test('the README has a picture of the market', () =>
    withPage(async ({ show, page }) => {
      await show('/?role=backend');
      await take(page, 'market');
    }, WINDOW));

  test('the README has a picture of two groups side by side', () =>
    withPage(async ({ show, page }) => {
      await show('/compare?by=role&a=backend&b=frontend');
      await take(page, 'compare');
    }, WINDOW));

  test('the README has a picture of a text that is tried', () =>
    withPage(async ({ show, page }) => {
      await show('/try');
      await page.getByLabel('A job posting').fill(textToTry);
      await page.getByRole('button', { name: 'Find skills' }).click();
      await until('skills are found', async () => (await page.locator('mark').count()) > 0);
      await take(page, 'try-it');
    }, WINDOW));

  test('the README has a picture of the pipeline, with postings on their way, the ledger and the timeline', () =>
    withPage(async ({ show, page }) => {
      await show('/pipeline');
      const shown = pipelineShown(page);
      await shown.live();
      const stop = await startGenerator(platform(), RATE);
      try {
        // Rows of the ledger are read one after another: while postings flow, what is in flight may be below 0.
        await until('postings flow, and all parts say so', async () => {
          const [ledger, analytics] = [await shown.figures('Ledger'), await shown.figures('analytics')];
          const flows = Number.parseFloat(analytics['in'] ?? '') > RATE / 2;
          return flows && /^\d/.test(ledger['in flight'] ?? '') && (await shown.drawn()).dots > 60;
        });
        expect(await page.locator('.timeline li').count()).toBeGreaterThan(0);
        await take(page, 'pipeline');
      } finally {
        await stop();
      }
    }, WINDOW));
};
