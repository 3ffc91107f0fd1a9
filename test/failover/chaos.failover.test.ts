import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { passed, report, runChaos, startChaosPlatform, type ChaosPlatform } from '../chaos/run-chaos.ts';

// Two fixed seeds of a minute each, one after the other on the same platform; `npm run test:chaos` runs any other.
const LIMIT_MS = 1_500_000;
let platform: ChaosPlatform;
beforeAll(async () => {
  platform = await startChaosPlatform();
}, LIMIT_MS);
afterAll(() => platform?.stop(), LIMIT_MS);

test.each([1, 2])(
  'a minute of the faults of seed %d: nothing is lost, counted twice or reordered, and no count goes back',
  async (seed) => {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const result = await runChaos(platform, { seed, minutes: 1, year: 2010 + seed, say });
    // The whole story stands in the failure.
    expect(passed(result) ? 'passed' : report(result)).toBe('passed');
    say(`figure: ${JSON.stringify({ ...result, steps: result.steps.length })}`);
  },
  LIMIT_MS,
);
