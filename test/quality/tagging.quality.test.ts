import { beforeAll, expect, test } from '@jest/globals';
import { readFigures, type Figures } from './figures.ts';
import { measureOurs } from './measure-ours.ts';

// A change of rules, weights or taxonomy may cost a point by chance; more than that is a worse tagger.
const POINT = 0.01;
const known = readFigures();
let now: Figures;
beforeAll(async () => {
  now = await measureOurs();
  process.stdout.write(`figure: ${JSON.stringify(now)}\n`);
});

test('F1 on the held-out half of our labels is within a point of the committed figure, or above it', () => {
  expect(now.heldOutF1).toBeGreaterThanOrEqual(known.heldOutF1 - POINT);
});

test('strict span F1 on SkillSpan dev is within a point of the committed figure, and above .40', () => {
  expect(now.skillSpanF1).toBeGreaterThanOrEqual(Math.max(0.4, known.skillSpanF1 - POINT));
});

test('of the traps of ordinary words no more are taken than a point above the committed share', () => {
  expect(now.trapsTaken).toBeLessThanOrEqual(known.trapsTaken + POINT);
});
