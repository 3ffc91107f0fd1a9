import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Platform } from '../platform/platform.ts';
import { startChromium } from './chromium.ts';
import { startSamplePlatform } from './sample-platform.ts';
import { createStage } from './stage.ts';

/** The stage of a file of tests: a browser and a platform with the sample, from its first test to its last. */
export const useSampleStage = () => {
  let browser: Browser;
  let platform: Platform;
  beforeAll(async () => {
    // First, since it says at once where it is missing.
    browser = await startChromium();
    platform = await startSamplePlatform();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });
  return {
    stage: createStage(
      () => browser,
      () => platform,
    ),
    browser: () => browser,
  };
};
