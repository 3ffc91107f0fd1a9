// Prints what each process takes while 100,000 postings pass: `node test/bench/memory.ts [count]`.
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { residentBytes } from '../../packages/cli/src/platform/memory.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { startPlatform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';

const COUNT = scriptArgs(
  { usage: 'usage: node test/bench/memory.ts [postings, 100000]', options: {}, words: { max: 1 } },
  ({ positionals: [count = '100000'] }) => scriptNumber('postings', count),
);
const PIECE = 2000;
const REPORT_EVERY = 20_000;

const platform = await startPlatform();
const names = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
const megabytes = (pid: number | undefined) => String(Math.round((residentBytes(pid ?? 0) ?? 0) / 2 ** 20));
const row = (cells: string[]) => process.stdout.write(`${cells.map((cell) => cell.padStart(10)).join('')}\n`);
const report = (sent: number) =>
  row([
    String(sent),
    ...names.map((name) => megabytes(platform.service(name).pid())),
    ...(['kafka', 'mongo', 'redis'] as const).map((name) => megabytes(platform.engines.pids[name])),
  ]);

try {
  row(['postings', ...names, 'kafka', 'mongo', 'redis']);
  report(0);
  let piece = [];
  let sent = 0;
  for (const { posting } of generateSample({ seed: 1, count: COUNT, firstMonth: '2024-01' })) {
    piece.push(posting);
    if (piece.length < PIECE) continue;
    await sendAll(platform.url, piece);
    sent += piece.length;
    piece = [];
    if (sent % REPORT_EVERY > 0) continue;
    await platform.settled();
    report(sent);
  }
  const { differenceCount, numbersCompared } = await platform.verify();
  process.stdout.write(`verify: ${numbersCompared} numbers, ${differenceCount} differences\n`);
} finally {
  await platform.stop();
}
