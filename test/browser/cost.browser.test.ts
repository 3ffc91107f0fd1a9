import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Platform } from '../platform/platform.ts';
import { costIsBounded } from './bounds.ts';
import { startChromium } from './chromium.ts';
import { readmeHasItsPictures } from './readme-pictures.ts';
import { startSamplePlatform } from './sample-platform.ts';
import { createStage } from './stage.ts';
import { tabsShareOneStream } from './tabs.ts';

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await startChromium();
  platform = await startSamplePlatform();
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

// A platform with nothing but the sample, to the end: what is sent here is the sample's, too.
const stage = createStage(
  () => browser,
  () => platform,
);
// First, while every month has as many postings as the sample has.
readmeHasItsPictures(stage);
costIsBounded(stage, () => browser);
tabsShareOneStream(stage);
