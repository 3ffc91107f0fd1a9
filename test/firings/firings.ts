// `npm run test:firings [-- NAME…]`: one platform and one Prometheus with rules that pass faster. First a quiet run,
// in which no alert may fire; then one real fault after the other, each undone once its alerts fire, until nothing
// fires any more. Prints how long each took to fire and to clear; exits 1 if one did not, or if an alert has no fault.
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { alertIds, clockedGroups, usualClocks } from './clocks.ts';
import { faults } from './faults/index.ts';
import { quietRun } from './quiet-run.ts';
import { findingsOf, tableRows, uncovered } from './results.ts';
import { runFault, usualLimits } from './run-fault.ts';
import { startStage } from './stage.ts';

const QUIET = 'quiet';
const names = [QUIET, ...faults.map(({ name }) => name)];

const { wanted, clocks, quietSeconds, restMs } = scriptArgs(
  {
    usage: 'usage: npm run test:firings -- [--scale 10] [--windows 100] [--quiet 90] [--rest 480] [NAME…]',
    options: {
      scale: { type: 'string', default: String(usualClocks.causes) },
      windows: { type: 'string', default: String(usualClocks.windows) },
      quiet: { type: 'string', default: '90' },
      rest: { type: 'string', default: String(usualLimits.restMs / 1000) },
    },
    words: { max: names.length },
  },
  ({ values, positionals }) => {
    const unknown = positionals.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`there is no ${unknown}, but ${names.join(', ')}`);
    return {
      wanted: positionals.length > 0 ? positionals : names,
      clocks: {
        causes: scriptNumber('--scale', values.scale, 60),
        windows: scriptNumber('--windows', values.windows, 200),
      },
      restMs: 1000 * scriptNumber('--rest', values.rest, 3600),
      quietSeconds: scriptNumber('--quiet', values.quiet, 3600),
    };
  },
);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const findings: string[] = uncovered(alertIds(clockedGroups(clocks)), faults).lacking.map(
  (id) => `no fault is for ${id}`,
);
const rows: string[] = [];

const stage = await startStage(clocks);
try {
  if (wanted.includes(QUIET)) {
    say(`${quietSeconds} s of work and ${quietSeconds} s of none, without a fault`);
    const fired = await quietRun(stage, quietSeconds);
    findings.push(...fired.map((id) => `${id} fired in the quiet run`));
    say(fired.length > 0 ? `  fired: ${fired.join(', ')}` : '  no alert fired');
  }
  for (const fault of wanted.flatMap((one) => faults.find(({ name }) => name === one) ?? [])) {
    say(`${fault.name}: ${fault.what}`);
    const result = await runFault(fault, stage, { ...usualLimits, restMs });
    if (typeof result === 'string') {
      findings.push(result);
      say(`  ${result}`);
      continue;
    }
    const found = tableRows(result, clocks);
    for (const line of found) say(`  ${line}`);
    if (result.also.length > 0) say(`  also fired: ${result.also.join(', ')}`);
    rows.push(...found);
    findings.push(...findingsOf(result));
  }
  const { total } = await stage.platform.settled();
  say(
    `in the end ${total.accepted} postings are accepted, ${total.counted} counted, ${total.deadLettered} dead`,
  );
} finally {
  await stage.stop();
}
say('\n| alert | fault | to fire | to clear |\n| --- | --- | --- | --- |');
for (const row of rows) say(row);
for (const finding of findings) say(`FOUND ${finding}`);
say(`${findings.length} findings`);
process.exit(findings.length > 0 ? 1 : 0);
