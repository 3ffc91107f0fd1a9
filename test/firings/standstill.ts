// `npm run test:standstill [-- --seconds 60]`: how many postings a second this platform counts, and then, while half
// of that comes in, analytics stands still. Prints each five seconds how far it is behind, what that does to the
// budget, and what fires; then the catching up, until nothing fires any more and the ledger balances. Exits 1 where
// the lag does not rise as the clock does, no alert fires or one does not clear, or a posting is lost.
import { sleep } from '@skillstream/async';
import { startGenerator } from '../platform/generator.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { usualClocks } from './clocks.ts';
import { pages } from './fault.ts';
import { fullLoad } from './full-load.ts';
import { startStage } from './stage.ts';
import { readStandstill, type StandstillSample } from './standstill-sample.ts';
import { lagPerSecond, sampleHeads, sampleLine } from './standstill-text.ts';

const EVERY_MS = 5000;
const CLEAR_WITHIN_MS = 600_000;
/** The measured lag is up to five seconds old, as is the time at which it was read. */
const [LEAST_SLOPE, MOST_SLOPE] = [0.8, 1.2];

const { seconds } = scriptArgs(
  {
    usage: 'usage: npm run test:standstill -- [--seconds 60]',
    options: { seconds: { type: 'string', default: '60' } },
  },
  ({ values }) => ({ seconds: scriptNumber('--seconds', values.seconds, 3600) }),
);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const stage = await startStage(usualClocks);
const { platform, prometheus } = stage;

const findings: string[] = [];
const check = (holds: boolean, finding: string) => void (holds || findings.push(finding));

try {
  const full = await fullLoad(platform);
  const half = Math.round(full / 2);
  say(`${Math.round(full)} postings/s are counted at full load; ${half}/s come in from now on`);
  const end = await startGenerator(platform, half);
  await sleep(2 * EVERY_MS);

  const analytics = platform.service('analytics');
  const stoppedMs = Date.now();
  const samples: StandstillSample[] = [];
  const look = async () => {
    const sample = await readStandstill(prometheus);
    samples.push(sample);
    say(sampleLine(sample, stoppedMs));
    return sample;
  };
  say(sampleHeads);
  await look();
  analytics.signal('SIGSTOP');
  await analytics.paused();
  while (Date.now() - stoppedMs < 1000 * seconds) {
    await sleep(Math.min(EVERY_MS, stoppedMs + 1000 * seconds - Date.now()));
    await look();
  }
  analytics.signal('SIGCONT');
  const onMs = Date.now();
  say('analytics goes on');
  const slope = lagPerSecond(samples);
  const backlog = samples.at(-1)!.lagRecords ?? 0;

  let caughtUpMs: number | null = null;
  let clearMs: number | null = null;
  while (clearMs === null && Date.now() - onMs < CLEAR_WITHIN_MS) {
    await sleep(EVERY_MS);
    const { atMs, lagSeconds, firing } = await look();
    if (caughtUpMs === null && lagSeconds !== null && lagSeconds < 2) caughtUpMs = atMs;
    if (caughtUpMs !== null && firing.length === 0) clearMs = atMs;
  }
  const { held, summary } = await end();
  const { total } = await platform.settled();
  const { differences } = await platform.verify();
  const fired = new Set(samples.flatMap(({ firing }) => firing));

  const after = (ms: number | null) => (ms === null ? 'never' : `${Math.round((ms - onMs) / 1000)} s`);
  say(`\nthe lag rose by ${slope?.toFixed(2) ?? 'nothing known'} s each second, to ${backlog} records`);
  if (caughtUpMs !== null) {
    const tookSeconds = (caughtUpMs - onMs) / 1000;
    const rate = Math.round(backlog / tookSeconds + half);
    say(`caught up ${after(caughtUpMs)} after it went on, at ${rate} postings/s, ${half}/s of them new`);
  }
  say(`fired: ${[...fired].sort().join(', ')}; all clear ${after(clearMs)} after it went on`);
  say(summary);
  say(
    `${total.accepted} accepted, ${total.counted} counted, ${total.accepted - total.counted} lost; ${differences.length} differences against the log`,
  );
  check(slope !== null && slope > LEAST_SLOPE && slope < MOST_SLOPE, 'the lag did not rise as the clock did');
  for (const id of pages('ConsumerBehind', 'ServiceDown', 'CountedLate'))
    check(fired.has(id), `${id} did not fire`);
  check(clearMs !== null, 'not all alerts cleared');
  check(held, 'the load was not kept');
  check(total.accepted === total.counted && differences.length === 0, 'the ledger does not balance');
} finally {
  await stage.stop();
}
for (const finding of findings) say(`FOUND ${finding}`);
process.exit(findings.length > 0 ? 1 : 0);
