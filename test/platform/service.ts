import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@skillstream/async/testing';
import { allocatorEnv, memoryFlagsOf } from '../../packages/cli/src/platform/memory-flags.ts';
import { waitsFor } from '../../packages/cli/src/platform/wait-until-ready.ts';
import type { ServiceSpec } from '../../packages/cli/src/platform/service-specs.ts';

export type LogLine = Record<string, unknown> & { msg?: string };

/** One service process that a test starts, ends, pauses and wakes by its id. */
export const createService = (name: string, spec: ServiceSpec, logFolder: string) => {
  const logPath = join(logFolder, `${name}.log`);
  let child: ChildProcess | null = null;
  // A checkout from before the management port has none.
  const managementUrl = `http://127.0.0.1:${spec.env['MANAGEMENT_PORT'] ?? spec.port}`;
  const running = () => child !== null && child.exitCode === null && child.signalCode === null;
  const isReady = async (): Promise<true> => {
    const open = await waitsFor(spec.port);
    if (open === null) return true;
    throw new Error(`it waits for ${open}; its log ends: ${readFileSync(logPath, 'utf8').slice(-2000)}`);
  };
  return {
    name,
    port: spec.port,
    url: `http://127.0.0.1:${spec.port}`,
    managementUrl,
    metrics: async (): Promise<string> => {
      const response = await fetch(`${managementUrl}/metrics`);
      if (!response.ok) throw new Error(`${name} answers ${response.status} for its metrics`);
      return response.text();
    },
    running,
    pid: () => child!.pid!,
    start: (env: Record<string, string> = {}) => {
      mkdirSync(logFolder, { recursive: true });
      const log = createWriteStream(logPath, { flags: 'a' });
      const given: Record<string, string> = {
        LOG_LEVEL: 'info',
        SESSION_TIMEOUT_MS: '6000',
        ...spec.env,
        ...env,
      };
      // A test that has options of its own for Node, as in a pod, has all of them.
      const flags = given['NODE_OPTIONS'] === undefined ? memoryFlagsOf(name) : [];
      // A group of its own: the runner of the tests may be stopped without it.
      child = spawn(process.execPath, [...flags, spec.entry], {
        env: { ...allocatorEnv, ...process.env, ...given },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout!.pipe(log, { end: false });
      child.stderr!.pipe(log, { end: false });
    },
    ready: () => until(`${name} is ready`, isReady),
    /** Answers, ready or not. */
    listens: () =>
      until(`${name} listens`, async () => (await fetch(`http://127.0.0.1:${spec.port}/healthz`)).ok),
    signal: (signal: NodeJS.Signals) => void child?.kill(signal),
    /** Resolves when the process has ended, by itself or by a signal. */
    ended: async () => {
      if (running()) await once(child!, 'exit');
    },
    /** Waits until the process stands still (SIGSTOP). */
    paused: () =>
      until(`${name} stands still`, () =>
        / T /.test(readFileSync(`/proc/${child!.pid}/stat`, 'utf8').slice(0, 80)),
      ),
    stop: async () => {
      if (!running()) return;
      child!.kill('SIGCONT');
      child!.kill('SIGTERM');
      await once(child!, 'exit');
    },
    logLines: (): LogLine[] =>
      readFileSync(logPath, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as LogLine),
    logText: (): string => readFileSync(logPath, 'utf8'),
  };
};

export type Service = ReturnType<typeof createService>;
