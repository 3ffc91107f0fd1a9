import { oneSourceWaitsItsTurn } from './one-source.ts';
import { pipelineSaysWhatIsAway } from './pipeline-away.ts';
import { deathIsSeen } from './pipeline-dead.ts';
import { figuresAgree } from './pipeline-figures.ts';
import { killsAreShown } from './pipeline-killed.ts';
import { postingsAreShownSoon } from './pipeline-latency.ts';
import { linksLeadOn } from './pipeline-links.ts';
import { movesAreShown } from './pipeline-moves.ts';
import { pipelineIsShown } from './pipeline.ts';
import { useSampleStage } from './sample-stage.ts';
import { ownAndSampleAreToldApart } from './sources.ts';
import { filesAreLoaded } from './load-file.ts';
import { textsAreTried } from './try-it.ts';

const { stage } = useSampleStage();
// First of all one of one’s own, beside which the sample is no longer counted.
ownAndSampleAreToldApart(stage);
oneSourceWaitsItsTurn(stage);
textsAreTried(stage);
filesAreLoaded(stage);
pipelineIsShown(stage);
postingsAreShownSoon(stage);
linksLeadOn(stage);
deathIsSeen(stage);
figuresAgree(stage);
pipelineSaysWhatIsAway(stage);
killsAreShown(stage);
movesAreShown(stage);
