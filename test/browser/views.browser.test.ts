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
import { skillsAreFound } from './search-skill.ts';
import { ownAndSampleAreToldApart } from './sources.ts';
import { oneSourceWaitsItsTurn } from './one-source.ts';
import { pipelineSaysWhatIsAway } from './pipeline-away.ts';
import { deathIsSeen } from './pipeline-dead.ts';
import { figuresAgree } from './pipeline-figures.ts';
import { killsAreShown } from './pipeline-killed.ts';
import { postingsAreShownSoon } from './pipeline-latency.ts';
import { linksLeadOn } from './pipeline-links.ts';
import { movesAreShown } from './pipeline-moves.ts';
import { pipelineIsShown } from './pipeline.ts';
import { referenceIsReadable } from './reference.ts';
import { startSamplePlatform } from './sample-platform.ts';
import { createStage } from './stage.ts';
import { stateIsInTheAddress } from './state.ts';
import { textsAreTried } from './try-it.ts';
import { everyViewIsSound } from './views.ts';

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  // First, since it says at once where it is missing.
  browser = await startChromium();
  // What is silent for so long is away: with the usual 30 s the test of that would take minutes.
  const env = { gateway: { UPSTREAM_TIMEOUT_MS: '5000' } } as Record<string, Record<string, string>>;
  platform = await startSamplePlatform((name) => env[name] ?? {});
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

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
// Last, since they add postings: first of all one of one’s own, beside which the sample is no longer counted.
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
