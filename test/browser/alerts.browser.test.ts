import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { pipelineState } from '@skillstream/contracts';
import type { Browser } from 'playwright-core';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { startChromium } from './chromium.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { createStage } from './stage.ts';

// What these say depends on what else the machine does.
const ofTheMachine = ['SkillstreamAnswersSlow', 'SkillstreamCountedLate'];

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await startChromium();
  platform = await startPlatform();
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});
const { withPage } = createStage(
  () => browser,
  () => platform,
);

const objectives = async () => pipelineState.parse(await platform.get('/v1/pipeline')).objectives!;
/** The alerts that fire, each with what it is about; null where that is not known. */
const firing = async () =>
  (await objectives()).alerts
    ?.filter(({ name }) => !ofTheMachine.includes(name))
    .map(({ name, subject }) => `${name} ${subject}`)
    .sort() ?? null;

test('a quiet run fires no alert, a budget of nothing is no data, and one of what happened is left', () =>
  withPage(async ({ show, page, violations }) => {
    await until('the gateway knows', async () => (await firing()) !== null);
    await show('/pipeline');
    const shown = pipelineShown(page);
    await shown.live();
    expect(await firing()).toEqual([]);
    const row = async () =>
      (await page.getByRole('row', { name: /Postings are counted/ }).allTextContents()).join();
    await until('nothing was counted, and that is no data', async () => (await row()).includes('no data'));
    await sendAll(
      platform.url,
      [...generateSample({ seed: 7, count: 50 })].map(({ posting }) => posting),
    );
    await platform.settled();
    await until('there is a share', async () => /\d%.*×/.test((await row()).replace(/^.*\(99\.0%\)/, '')));
    // Replicas publish their numbers once a second: those of the last posting may be on their way.
    const shortest = async () => (await objectives()).objectives[0]!.burn[0]!;
    await until('all are in the share', async () => (await shortest()).events === 50);
    expect(await shortest()).toMatchObject({ window: '5m', events: 50 });
    expect(await violations()).toEqual([]);
  }));

test('while analytics stands still alerts fire, each with what to do, and clear when it goes on', () =>
  withPage(async ({ show, page, violations }) => {
    await show('/pipeline');
    const shown = pipelineShown(page);
    await shown.live();
    const panel = () => shown.textOf('Objectives');
    const DOWN = 'No replica of a service answers: analytics';
    expect(await panel()).not.toContain(DOWN);
    const analytics = platform.service('analytics');
    analytics.signal('SIGSTOP');
    await analytics.paused();
    try {
      await sendAll(
        platform.url,
        [...generateSample({ seed: 8, count: 5 })].map(({ posting }) => posting),
      );
      // Two minutes, as the rule for Prometheus says, and half a one to notice.
      await until(
        'it fires',
        async () => (await firing())!.includes('SkillstreamServiceDown analytics'),
        300_000,
      );
      await until('the page says so', async () => (await panel())?.includes(DOWN));
      const { lags } = await objectives();
      const behind = lags.find(({ group }) => group === 'analytics-facts')!.oldestSeconds!;
      // By the writer, since the reader says nothing: it rises as the clock does.
      expect(behind).toBeGreaterThan(100);
      expect(await violations()).toEqual([]);
      const href = await page.getByRole('link', { name: 'What to do' }).first().getAttribute('href');
      const page2 = await fetch(`${platform.url}${href}`);
      expect(await page2.text()).toMatch(/^# .+\n\n## What it means/);
    } finally {
      analytics.signal('SIGCONT');
    }
    await platform.settled();
    await until('it clears', async () => (await firing())?.length === 0);
    await until('the page says so, too', async () => !(await panel())?.includes(DOWN));
  }));
