import { costIsBounded } from './bounds.ts';
import { readmeHasItsPictures } from './readme-pictures.ts';
import { useSampleStage } from './sample-stage.ts';
import { tabsShareOneStream } from './tabs.ts';

// A platform with nothing but the sample, to the end: what is sent here is the sample's, too.
const { stage, browser } = useSampleStage();
// First, while every month has as many postings as the sample has.
readmeHasItsPictures(stage);
costIsBounded(stage, browser);
tabsShareOneStream(stage);
