// `npm run test:chaos -- --seed 7 --minutes 3`: the seed's faults, or with --seeds 10 those of ten seeds from it on,
// each on a platform of its own. Exits 1 when something was found, or a run does not count.
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { passed, report, runChaos, startChaosPlatform } from './run-chaos.ts';
import { describeStep, schedule } from './schedule.ts';

const { first, seeds, minutes } = scriptArgs(
  {
    usage: 'usage: npm run test:chaos -- [--seed 1] [--seeds 1] [--minutes 1]',
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '1' },
    },
  },
  ({ values }) => ({
    first: scriptNumber('--seed', values.seed),
    seeds: scriptNumber('--seeds', values.seeds, 1000),
    minutes: scriptNumber('--minutes', values.minutes, 1440),
  }),
);
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
