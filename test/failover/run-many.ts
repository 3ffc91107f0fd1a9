// Runs the failover suite several times, with brokers that hang for a minute, and prints what each scenario came to:
// `npm run failover:many -- --runs 5`. Exits 1 if any run failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import type { Figures } from './figures.ts';

const { runs, hangMs, tests } = scriptArgs(
  {
    usage: 'usage: npm run failover:many -- [--runs 5] [--hang 60000] [--tests kafka.failover]',
    options: {
      runs: { type: 'string', default: '5' },
      hang: { type: 'string', default: '60000' },
      tests: { type: 'string', default: 'kafka.failover' },
    },
  },
  ({ values }) => ({
    runs: scriptNumber('--runs', values.runs, 1000),
    hangMs: scriptNumber('--hang', values.hang),
    tests: values.tests,
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'skillstream-failover-'));
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const suite = ['--selectProjects', 'failover', '--runInBand', '--testPathPatterns', tests];

/** @returns whether every test passed */
const runOnce = (file: string): Promise<boolean> =>
  new Promise((resolve) => {
    const env = { ...process.env, FAILOVER_FIGURES: file, FAILOVER_HANG_MS: String(hangMs) };
    const child = spawn(process.execPath, [...jest, ...suite], { env, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code === 0));
  });

const rows: (Figures & { run: number })[] = [];
let failed = 0;
for (let run = 1; run <= runs; run += 1) {
  const file = join(folder, `${run}.jsonl`);
  if (!(await runOnce(file))) failed += 1;
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  rows.push(...lines.map((line) => ({ run, ...(JSON.parse(line) as Figures) })));
}
rmSync(folder, { recursive: true });
const columns = [
  'run',
  'scenario',
  'accepted',
  'lost',
  'twice',
  'repeated',
  'uncounted',
  'differences',
] as const;
for (const row of [columns, ...rows.map((found) => columns.map((name) => found[name]))])
  process.stdout.write(`| ${row.join(' | ')} |\n`);
process.stdout.write(`${failed} of ${runs} runs failed\n`);
process.exit(failed > 0 ? 1 : 0);
