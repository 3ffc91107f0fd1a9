import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { supervise } from '../src/platform/supervise.ts';
import { waitUntilReady } from '../src/platform/wait-until-ready.ts';

const service = `
  import { createServer } from 'node:http';
  const answer = JSON.stringify({ ready: true, checks: {} });
  createServer((req, res) => res.end(answer)).listen(Number(process.env.PORT), '127.0.0.1');
`;
// Below the ephemeral ports, as the services of tests are.
const port = 9000 + (process.pid % 900);

test('a service that dies is started again, and it is said when it is ready again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-supervise-'));
  const entry = join(folder, 'index.mjs');
  writeFileSync(entry, service);
  const lines: string[] = [];
  const report = (line: string) => void lines.push(line);
  const supervised = supervise(
    { name: 'gateway', entry, port, env: { PORT: String(port) } },
    {
      ...{ report, onStarted: () => undefined, folder },
      onRestarted: (one, signal) => waitUntilReady([one], report, signal, 'ready again'),
    },
  );
  try {
    await waitUntilReady([supervised], report, new AbortController().signal);
    process.kill(supervised.pid()!, 'SIGKILL');
    await until('it is ready again', () => lines.length >= 3);
  } finally {
    await supervised.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(lines).toEqual([
    expect.stringMatching(/^gateway is ready on port \d+ after/),
    expect.stringMatching(/^gateway ended by SIGKILL; starting it again in/),
    expect.stringMatching(/^gateway is ready again on port \d+ after/),
  ]);
});

test('a service that is misconfigured is not restarted, and its configuration errors are printed by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-supervise-'));
  const entry = join(folder, 'index.mjs');
  const runtime = new URL('../../runtime/src/read-config.ts', import.meta.url).href;
  writeFileSync(
    entry,
    `import { endMisconfigured } from '${runtime}';
    console.log('{}');
    endMisconfigured(['AUTH_READS: open or closed', 'PORT: a port']);`,
  );
  const lines: string[] = [];
  const pids: number[] = [];
  const faults = await new Promise<string[]>((resolve) => {
    const onStarted = (_name: string, pid: number) => void pids.push(pid);
    const report = (line: string) => void lines.push(line);
    supervise(
      { name: 'gateway', entry, port, env: {} },
      { report, onStarted, folder, onMisconfigured: resolve },
    );
  });
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual(['AUTH_READS: open or closed', 'PORT: a port']);
  expect(pids).toHaveLength(1);
  expect(lines).toEqual([expect.stringMatching(/^gateway is misconfigured, and not started again/)]);
});
