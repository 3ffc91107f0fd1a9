import type { Fault } from '../fault.ts';
import { analyticsKilled } from './analytics-killed.ts';
import { analyticsStandsStill } from './analytics-stands-still.ts';
import { boardNotRead } from './board-not-read.ts';
import { countedTooOften } from './counted-too-often.ts';
import { ingestionKilled } from './ingestion-killed.ts';
import { kafkaStandsStill } from './kafka-stands-still.ts';
import { mongoStandsStill } from './mongo-stands-still.ts';
import { postingLost } from './posting-lost.ts';
import { postingTooLarge } from './posting-too-large.ts';
import { rebuildHangs } from './rebuild-hangs.ts';
import { recordWithoutJson } from './record-without-json.ts';
import { redisInTurns } from './redis-in-turns.ts';
import { taggingInTurns } from './tagging-in-turns.ts';
import { wrongTokens } from './wrong-tokens.ts';

/** A fault for each alert, in the order in which they are made: the one that fills the log comes last. */
export const faults: readonly Fault[] = [
  analyticsStandsStill,
  analyticsKilled,
  ingestionKilled,
  kafkaStandsStill,
  mongoStandsStill,
  postingTooLarge,
  recordWithoutJson,
  wrongTokens,
  boardNotRead,
  redisInTurns,
  taggingInTurns,
  countedTooOften,
  postingLost,
  rebuildHangs,
];
