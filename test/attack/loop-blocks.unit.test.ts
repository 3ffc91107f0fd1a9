import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { checkBlocks, readBlocks } from './loop-blocks.ts';
import { watchLoop } from './loop-watch.ts';

const threadMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const spin = (ms: number) => {
  const untilMs = threadMs() + ms;
  while (threadMs() < untilMs);
};

test('a loop that works for long is told, with the CPU that it took', async () => {
  const blocks: number[] = [];
  const stop = watchLoop(({ cpuMs }) => blocks.push(cpuMs), 100);
  await until('the timer ticks', () => new Promise((resolve) => setTimeout(() => resolve(true), 20)));
  spin(300);
  await until('it was told', () => blocks.some((ms) => ms >= 300));
  stop();
});

test('a loop that stands still without working is not: somebody else had the processor', async () => {
  const blocks: number[] = [];
  const stop = watchLoop(({ cpuMs }) => blocks.push(cpuMs), 250);
  const waited = new Int32Array(new SharedArrayBuffer(4));
  await until('the timer ticks', () => new Promise((resolve) => setTimeout(() => resolve(true), 20)));
  Atomics.wait(waited, 0, 0, 400);
  await until('the timer ticks', () => new Promise((resolve) => setTimeout(() => resolve(true), 20)));
  stop();
  expect(blocks).toEqual([]);
});

test('a stretch of over 250 ms is a finding, with the requests that were under way; one of 250 is none', () => {
  const blocks = [
    { fromMs: 0, toMs: 900, cpuMs: 250 },
    { fromMs: 1000, toMs: 2000, cpuMs: 251 },
    { fromMs: 3000, toMs: 9000, cpuMs: 5000 },
  ];
  const flights = [
    { number: 1, fromMs: 100, toMs: 1000 },
    { number: 2, fromMs: 1999, toMs: Infinity },
    { number: 3, fromMs: 2001, toMs: 2500 },
  ];
  expect(checkBlocks('tagging', blocks, flights)).toEqual([
    {
      kind: 'loop blocked',
      about: 'tagging',
      detail: expect.stringContaining('5000 ms of CPU'),
      numbers: [2],
    },
    {
      kind: 'loop blocked',
      about: 'tagging',
      detail: expect.stringContaining('251 ms of CPU'),
      numbers: [1, 2],
    },
  ]);
});

test('what was written down before the attack, like a start, does not count', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-blocks-'));
  const [early, late] = [
    { fromMs: 10, toMs: 20, cpuMs: 900 },
    { fromMs: 30, toMs: 40, cpuMs: 60 },
  ];
  writeFileSync(join(folder, '7.ndjson'), `${JSON.stringify(early)}\n${JSON.stringify(late)}\n`);
  expect(readBlocks(folder, 7, 25)).toEqual([late]);
  expect(readBlocks(folder, 8, 25)).toEqual([]);
  rmSync(folder, { recursive: true });
});
