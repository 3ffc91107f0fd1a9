import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import type { Browser } from 'playwright-core';
import { drawnDuring, type Drawn } from '../../browser/frames-drawn.ts';
import { startGenerator, type Generated } from '../../platform/generator.ts';
import type { Platform } from '../../platform/platform.ts';
import { startBrowserCpu, type BrowserCpu } from './browser-cpu.ts';
import { observe, observedOf } from './observed.ts';

/** The page of the pipeline over some seconds: its CPU, and then, traced, what it drew. */
export type AtWork = { seconds: number; cpu: BrowserCpu; dots: number; drawn: Drawn; longTasksMs: number[] };

const WARM_MS = 8_000;

/** Measures the page of the pipeline for so long, twice: its CPU first, since a trace costs some itself. */
const measure = async (browser: Browser, url: string, ms: number): Promise<AtWork> => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(observe);
    const page = await context.newPage();
    await page.goto(`${url}/pipeline`);
    await until('the page is live', async () => (await page.locator('.live-mark').count()) === 1);
    await sleep(WARM_MS);
    const before = (await observedOf(page)).longTasksMs.length;
    const [cpu, startedMs] = [await startBrowserCpu(browser), performance.now()];
    await sleep(ms);
    const [took, seconds] = [await cpu(), (performance.now() - startedMs) / 1000];
    const longTasksMs = (await observedOf(page)).longTasksMs.slice(before);
    const dots = Number(await page.evaluate(() => document.querySelector('canvas')?.dataset['dots'] ?? 0));
    return {
      seconds,
      cpu: took,
      dots,
      longTasksMs,
      drawn: await drawnDuring(browser, page, () => sleep(ms)),
    };
  } finally {
    await context.close();
  }
};

/** Nothing moves. */
export const atRest = async (browser: Browser, platform: Platform, ms: number): Promise<AtWork> => {
  await platform.settled();
  return measure(browser, platform.url, ms);
};

/** While `skillstream generate` runs at the highest of these rates that it holds, the highest first. */
export const whileGenerating = async (
  browser: Browser,
  platform: Platform,
  rates: readonly number[],
  ms: number,
): Promise<(AtWork & Generated & { perSecond: number })[]> => {
  const tried = [];
  for (const perSecond of rates) {
    await platform.settled();
    const stop = await startGenerator(platform, perSecond);
    let generated: Generated;
    const measured = await measure(browser, platform.url, ms).finally(async () => {
      generated = await stop();
    });
    tried.push({ ...measured, ...generated!, perSecond });
    if (generated!.held) break;
  }
  return tried;
};
