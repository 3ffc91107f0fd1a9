import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sleep } from '@skillstream/async';
import { nodeOptions } from '../../packages/cli/bin/node-options.js';
import { peakBytes } from '../attack/memory.ts';

const cli = join(import.meta.dirname, '../../packages/cli/src/index.ts');
const node = nodeOptions('load');
const LINE = /^loading .*?(\d+) % +([\d,]+) postings?/;
const LOOK_MS = 100;

export type LoadRun = {
  code: number | null;
  interrupted: boolean;
  /** What it printed, but its progress. */
  out: string;
  peakBytes: number;
  /** What its progress said: a share of the file, and how many rows had their results. */
  progress: { share: number; rows: number }[];
};

/**
 * Runs `skillstream load` as npm starts it, and looks at its memory all the while.
 * @param interruptWhen once it resolves to true, the command has a Ctrl-C
 * @param onPeak called with the most memory that it had so far, in bytes
 */
export const runLoad = async (
  args: string[],
  { url, token }: { url: string; token: string },
  interruptWhen: () => Promise<boolean> = async () => false,
  onPeak: (bytes: number) => void = () => undefined,
): Promise<LoadRun> => {
  const child = spawn(process.execPath, [...node.flags, cli, 'load', ...args], {
    env: { ...node.env, ...process.env, SKILLSTREAM_GATEWAY: url, SKILLSTREAM_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const progress: LoadRun['progress'] = [];
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    const [, share, rows] = LINE.exec(line) ?? [];
    if (rows === undefined) said.push(line);
    else progress.push({ share: Number(share) / 100, rows: Number(rows.replaceAll(',', '')) });
  });
  const [out, exit] = [child.stdout.toArray(), once(child, 'exit')];
  let [peak, ended, interrupted] = [0, false, false];
  void exit.then(() => (ended = true));
  while (!ended) {
    peak = Math.max(peak, peakBytes(child.pid!) ?? 0);
    onPeak(peak);
    if (!interrupted && (await interruptWhen().catch(() => false))) {
      interrupted = true;
      child.kill('SIGINT');
    }
    await sleep(LOOK_MS);
  }
  const printed = [
    ...said,
    Buffer.concat(await out)
      .toString()
      .trim(),
  ].join('\n');
  return { code: child.exitCode, interrupted, out: printed, peakBytes: peak, progress };
};
