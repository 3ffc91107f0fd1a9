import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startAttackPlatform, type AttackPlatform } from './attack-platform.ts';
import { report } from './report.ts';
import { passed, runAttack } from './run-attack.ts';

// A fixed seed for a minute; `npm run test:attack` runs any other, for as long as one likes.
const LIMIT_MS = 1_200_000;
let platform: AttackPlatform;
beforeAll(async () => {
  platform = await startAttackPlatform();
}, LIMIT_MS);
afterAll(() => platform?.stop(), LIMIT_MS);

test(
  'a minute of worst cases at every operation: all are answered, no loop is blocked, and every posting is accounted for',
  async () => {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const result = await runAttack(platform, { seed: 1, minutes: 1, say });
    const text = report(result);
    // The whole story stands in the failure, and in the log of a run that passes.
    expect(passed(result) ? 'passed' : text).toBe('passed');
    say(text);
  },
  LIMIT_MS,
);
