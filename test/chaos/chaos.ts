// `npm run test:chaos -- --seed 7 --minutes 3`: the seed's faults, or with --seeds 10 those of ten seeds from it on,
// each on a platform of its own. Exits 1 when something was found, or a run does not count.
import { parseArgs } from 'node:util';
import { passed, report, runChaos, startChaosPlatform } from './run-chaos.ts';
import { describeStep, schedule } from './schedule.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
  },
});
const [first, seeds, minutes] = [Number(values.seed), Number(values.seeds), Number(values.minutes)];
const say = (line: string) => void process.stdout.write(`${line}\n`);

let failed = 0;
for (let seed = first; seed < first + seeds; seed += 1) {
  say(`chaos ${seed}: the schedule, each lane in its order`);
  for (const step of schedule(seed, Math.ceil(minutes))) say(`  ${describeStep(step)}`);
  const platform = await startChaosPlatform();
  try {
    const result = await runChaos(platform, { seed, minutes, year: 2010, say });
    if (!passed(result)) failed += 1;
    say(`${passed(result) ? 'passed' : 'FAILED'}\n${report(result)}`);
  } finally {
    await platform.stop();
  }
}
say(`${seeds - failed} of ${seeds} runs passed`);
process.exit(failed > 0 ? 1 : 0);
