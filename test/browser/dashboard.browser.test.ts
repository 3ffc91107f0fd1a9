import { afterAll, beforeAll } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult } from '@skillstream/contracts';
import type { Browser } from 'playwright-core';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
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
import { pipelineSaysWhatIsAway } from './pipeline-away.ts';
import { pipelineIsShown } from './pipeline.ts';
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
  platform = await startPlatform((name) => env[name] ?? {});
  const sample = [...generateSample({ seed: 7, count: 2400, firstMonth: '2024-01' })];
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
  await platform.settled();
  await until(
    'the results hold them all',
    async () => demandResult.parse(await platform.get('/v1/demand')).population === 2400,
  );
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
// Last, since they add postings: first of all one of one’s own, beside which the sample is no longer counted.
ownAndSampleAreToldApart(stage);
textsAreTried(stage);
pipelineIsShown(stage);
pipelineSaysWhatIsAway(stage);
