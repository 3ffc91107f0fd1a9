import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Platform } from '../platform/platform.ts';
import { absenceIsSaid } from './away.ts';
import { startChromium } from './chromium.ts';
import { tokensOpenThePage } from './closed.ts';
import { comparisonsAreTrue } from './compare.ts';
import { focusIsNeverLost } from './focus.ts';
import { keyboardIsEnough } from './keyboard.ts';
import { mediaAreHeeded } from './media.ts';
import { numbersAreTrue } from './numbers.ts';
import { referenceIsReadable } from './reference.ts';
import { startSamplePlatform } from './sample-platform.ts';
import { skillsAreFound } from './search-skill.ts';
import { createStage } from './stage.ts';
import { stateIsInTheAddress } from './state.ts';
import { everyViewIsSound } from './views.ts';

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

// Every view over the sample alone: one posting of one’s own, and the sample is no longer counted beside it.
const stage = createStage(
  () => browser,
  () => platform,
);
numbersAreTrue(stage);
everyViewIsSound(stage);
keyboardIsEnough(stage);
comparisonsAreTrue(stage);
skillsAreFound(stage);
focusIsNeverLost(stage);
mediaAreHeeded(stage);
stateIsInTheAddress(stage);
absenceIsSaid(stage);
tokensOpenThePage(stage);
referenceIsReadable(stage);
