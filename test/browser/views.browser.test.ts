import { absenceIsSaid } from './away.ts';
import { tokensOpenThePage } from './closed.ts';
import { comparisonsAreTrue } from './compare.ts';
import { focusIsNeverLost } from './focus.ts';
import { keyboardIsEnough } from './keyboard.ts';
import { mediaAreHeeded } from './media.ts';
import { numbersAreTrue } from './numbers.ts';
import { referenceIsReadable } from './reference.ts';
import { useSampleStage } from './sample-stage.ts';
import { skillsAreFound } from './search-skill.ts';
import { stateIsInTheAddress } from './state.ts';
import { everyViewIsSound } from './views.ts';

// Every view over the sample alone: one posting of one’s own, and the sample is no longer counted beside it.
const { stage } = useSampleStage();
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
