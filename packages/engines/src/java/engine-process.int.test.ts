import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { launch } from './engine-process.ts';

test('an engine that exits after its log was removed is reported, and its owner survives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-engine-'));
  const lines: string[] = [];
  const ended: string[] = [];
  const engine = await launch(
    {
      name: 'kafka',
      command: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'],
      logFile: join(folder, 'kafka.log'),
      probe: async () => {},
    },
    {
      watchdog: { watch: () => {}, forget: () => {}, temporary: () => {}, close: () => {} },
      report: (line) => lines.push(line),
      started: () => {},
      onEnded: () => ended.push('kafka'),
    },
  );
  rmSync(folder, { recursive: true });
  process.kill(engine.pid, 'SIGKILL');
  await until('it is reported', () => ended.length > 0);
  expect(lines).toEqual([
    `engines: kafka ended by itself (SIGKILL); its log ${join(folder, 'kafka.log')} cannot be read (ENOENT)`,
  ]);
});
