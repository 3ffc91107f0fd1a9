import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { busySeconds, checkBusySecond, MESSAGES_A_SECOND } from './endurance/busy-day.ts';
import { countHeard } from './endurance/heard.ts';
import { memoryOf, type PageMemory } from './endurance/memory-of.ts';
import { startStandIn } from './endurance/stand-in.ts';
import { openPage } from './watched-page.ts';

/** The page’s clock is moved on by so much at a time: less than the silence after which it opens the stream again. */
const STEP_S = 9;
const HOURS = 6;
/** What may differ between two hours in which as much is held: the ends of buffers, compiled code, caches. */
const SLACK = 1.1;
/** Some 30 ms of CPU a step; many times that on a busy machine. */
const LIMIT_MS = 3_600_000;

let browser: Browser;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
beforeAll(async () => {
  browser = await startChromium();
  standIn = await startStandIn();
});
afterAll(async () => {
  await browser?.close();
  await standIn?.stop();
});

test(
  'six hours of a busy pipeline take as much memory, as many nodes and listeners as the first one',
  async () => {
    checkBusySecond();
    const { page, faults, close } = await openPage(browser, standIn.url);
    try {
      await page.clock.install({ time: Date.parse('2026-01-01T08:00:00Z') });
      await page.goto(`${standIn.url}/pipeline`);
      await until('the stream is open', () => standIn.streams() === 1);
      let nowMs = (await page.evaluate(() => Date.now())) + 2000;
      await page.clock.pauseAt(nowMs);
      const heard = await countHeard(page);
      const ledgerSays = (step: number) =>
        page.evaluate((count) => {
          const amounts = document.querySelectorAll('[aria-label="Ledger"] .amount');
          return [...amounts].some(({ textContent }) => textContent.replaceAll(',', '') === String(count));
        }, step);
      const afterHour: PageMemory[] = [];
      for (let second = 0, step = 1; second < HOURS * 3600; second += STEP_S, step += 1) {
        await standIn.write(busySeconds(second, STEP_S, step, nowMs));
        await heard(step * STEP_S * MESSAGES_A_SECOND);
        nowMs += STEP_S * 1000;
        await page.clock.fastForward(STEP_S * 1000);
        await until(`step ${step} is shown`, () => ledgerSays(step));
        if ((second + STEP_S) % 3600 === 0) afterHour.push(await memoryOf(page));
      }
      expect(standIn.streams()).toBe(1);
      expect(await page.locator('.timeline li').count()).toBe(200);
      expect(faults).toEqual([]);
      const [first, last] = [afterHour[0]!, afterHour[HOURS - 1]!];
      for (const name of ['heapBytes', 'nodes', 'listeners'] as const)
        expect([name, last[name] <= first[name] * SLACK, afterHour]).toEqual([name, true, afterHour]);
    } finally {
      await close();
    }
  },
  LIMIT_MS,
);
