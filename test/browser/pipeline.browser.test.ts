import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Platform } from '../platform/platform.ts';
import { startChromium } from './chromium.ts';
import { oneSourceWaitsItsTurn } from './one-source.ts';
import { pipelineSaysWhatIsAway } from './pipeline-away.ts';
import { deathIsSeen } from './pipeline-dead.ts';
import { figuresAgree } from './pipeline-figures.ts';
import { killsAreShown } from './pipeline-killed.ts';
import { postingsAreShownSoon } from './pipeline-latency.ts';
import { linksLeadOn } from './pipeline-links.ts';
import { movesAreShown } from './pipeline-moves.ts';
import { pipelineIsShown } from './pipeline.ts';
import { startSamplePlatform } from './sample-platform.ts';
import { ownAndSampleAreToldApart } from './sources.ts';
import { createStage } from './stage.ts';
import { textsAreTried } from './try-it.ts';

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

const stage = createStage(
  () => browser,
  () => platform,
);
// First of all one of one’s own, beside which the sample is no longer counted.
ownAndSampleAreToldApart(stage);
oneSourceWaitsItsTurn(stage);
textsAreTried(stage);
pipelineIsShown(stage);
postingsAreShownSoon(stage);
linksLeadOn(stage);
deathIsSeen(stage);
figuresAgree(stage);
pipelineSaysWhatIsAway(stage);
killsAreShown(stage);
movesAreShown(stage);
