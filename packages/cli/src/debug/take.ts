import { readFile, stat } from 'node:fs/promises';
import { createChangingLine } from '../terminal/changing-line.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print } from '../terminal/command.ts';
import { megabytes } from '../terminal/numbers.ts';
import { askProcess, askState } from './ask-process.ts';
import { cpuProfile, cpuSummary } from './cpu-summary.ts';
import { heapGraph } from './heap-graph.ts';
import { heapSummary } from './heap-summary.ts';
import type { Reach } from './reach.ts';
import { save } from './save.ts';
import { costText, cpuText, heapText, stateText } from './text.ts';

// A larger one is no text that Node could parse.
const MOST_SUMMED_BYTES = 400e6;
const TICK_MS = 250;

/** Shows a line that changes while something goes on. */
const showing = async <T>(text: (elapsedSeconds: number) => string, work: () => Promise<T>): Promise<T> => {
  const line = createChangingLine(process.stderr);
  const startedMs = performance.now();
  const tick = setInterval(() => line.show(text((performance.now() - startedMs) / 1000)), TICK_MS);
  try {
    return await work();
  } finally {
    clearInterval(tick);
    line.end();
  }
};

const parsed = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new CliError(`${file} is no JSON as a whole: ${(error as Error).name}`);
  }
};

/**
 * Takes a CPU profile and stores it; prints where the time went.
 * @param seconds how long the process is watched
 */
export const takeCpu = async (reach: Reach, seconds: number, file: string): Promise<void> => {
  const watched = (elapsed: number) =>
    `watching ${reach.name}: ${Math.min(seconds, Math.floor(elapsed))} of ${seconds} s`;
  note(`${reach.name} goes on working while it is watched, for ${seconds} s`);
  await showing(watched, async () => {
    const response = await askProcess(reach, 'takeCpuProfile', { query: `?seconds=${seconds}` });
    await save(file, response, false, () => undefined);
  });
  print(cpuText(cpuSummary(cpuProfile.parse(await parsed(file)))));
  print(`${file}: opens in Chrome DevTools (Performance) and VS Code`);
};

/** Takes a heap snapshot and stores it; prints the memory before, what it costs, and what holds the most memory. */
export const takeHeap = async (reach: Reach, file: string): Promise<void> => {
  const state = await askState(reach);
  print(stateText(state));
  if (state.snapshot.refusal !== null) throw new CliError(`no snapshot: ${state.snapshot.refusal}`);
  note(costText(state));
  let [arrived, total] = [0, 0];
  const progress = (elapsed: number) =>
    total === 0
      ? `${reach.name} stands still: ${Math.floor(elapsed)} s`
      : `received ${megabytes(arrived)} of ${megabytes(total)}, packed`;
  await showing(progress, async () => {
    const response = await askProcess(reach, 'takeHeapSnapshot');
    total = Number(response.headers['content-length'] ?? 0);
    await save(file, response, true, (sum) => (arrived = sum));
  });
  const { size } = await stat(file);
  if (size > MOST_SUMMED_BYTES) note(`${megabytes(size)} are too much to be summed up here`);
  else print(heapText(heapSummary(heapGraph(await parsed(file)))));
  print(`${file}: opens in Chrome DevTools (Memory)`);
  note('it holds whatever the process held: tokens, passwords, texts. Delete it when you have seen enough.');
};
