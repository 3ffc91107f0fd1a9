// `npm run test:attack -- --seed 7 --minutes 3`: the requests of a seed against a platform of its own. Exits 1 when
// something was found, or a run does not count.
import { parseArgs } from 'node:util';
import { startAttackPlatform } from './attack-platform.ts';
import { report } from './report.ts';
import { passed, runAttack } from './run-attack.ts';

const usage = `usage: npm run test:attack -- [--seed N] [--minutes M] [--only 17,23]

Starts the platform with engines of its own on this machine, attacks it with worst-case requests, and looks at what
became of it.

  --seed N       which requests, and in which order (default: 1)
  --minutes M    how long; longer only until every attack was made once (default: 15)
  --only 17,23   only the requests of the seed with these numbers
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '15' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
const only = values.only?.split(',').map(Number);
const say = (line: string) => void process.stdout.write(`${line}\n`);
if (values.help) {
  say(usage);
  process.exit(0);
}
if (
  !Number.isInteger(seed) ||
  !(minutes > 0) ||
  only?.some((number) => !(Number.isInteger(number) && number > 0))
) {
  process.stderr.write(usage);
  process.exit(2);
}

const platform = await startAttackPlatform();
try {
  const result = await runAttack(platform, { seed, minutes, say, ...(only && { only }) });
  say(`${report(result)}\nattack ${seed}: ${passed(result) ? 'passed' : 'FAILED'}`);
  process.exitCode = passed(result) ? 0 : 1;
} finally {
  await platform.stop();
}
process.exit();
