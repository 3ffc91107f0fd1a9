import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createRestartPause, sleep } from '@skillstream/async';
import { EXIT_MISCONFIGURED } from '@skillstream/runtime';
import { configIssues } from './config-faults.ts';
import { allocatorEnv, memoryFlagsOf } from './memory-flags.ts';
import { logFolder, projectRoot } from './paths.ts';
import type { ServiceSpec } from './service-specs.ts';

export type SuperviseOptions = {
  report: (line: string) => void;
  /** Called with every new process. */
  onStarted: (name: string, pid: number) => void;
  /** Waits until a restarted process is ready, and reports it; ends with the signal. */
  onRestarted?: (service: { name: string; port: number }, signal: AbortSignal) => Promise<void>;
  /** Called when a service is misconfigured, with the service's own messages; it is not restarted. */
  onMisconfigured?: (faults: string[]) => void;
  folder?: string;
};

const STOP_MS = 15_000;
const endWithParent = new URL('end-with-parent.js', import.meta.url).href;

/** Keeps one service running as a process until it is stopped; its log goes to a file of its own. */
export const supervise = (spec: ServiceSpec, options: SuperviseOptions) => {
  const { report, onStarted, onRestarted, onMisconfigured, folder = logFolder } = options;
  const stopping = new AbortController();
  const logPath = join(folder, `${spec.name}.log`);
  let child: ChildProcess | null = null;
  let logStart = 0;

  const start = (fresh: boolean) => {
    mkdirSync(folder, { recursive: true });
    const log = openSync(logPath, fresh ? 'w' : 'a');
    logStart = fstatSync(log).size;
    // A process group of its own: Ctrl-C in the terminal reaches only `up`, which stops services before engines.
    child = spawn(process.execPath, [...memoryFlagsOf(spec.name), '--import', endWithParent, spec.entry], {
      cwd: projectRoot,
      env: { ...allocatorEnv, ...process.env, ...spec.env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    if (child.pid) onStarted(spec.name, child.pid);
    return child;
  };

  const ended = async (running: ChildProcess): Promise<string> => {
    const [what] = await Promise.race([
      once(running, 'exit').then(([code, signal]) => [signal ? `by ${signal}` : `with code ${code}`]),
      once(running, 'error').then(([error]) => [String(error)]),
    ]);
    return what as string;
  };

  const keepRunning = async () => {
    const pauseMs = createRestartPause();
    for (let fresh = true; !stopping.signal.aborted; fresh = false) {
      const startedMs = performance.now();
      const started = start(fresh);
      // Aborted with the process: one that ends before it is ready is restarted, and waited for again.
      const processEnded = new AbortController();
      if (!fresh) void onRestarted?.(spec, AbortSignal.any([processEnded.signal, stopping.signal]));
      const how = await ended(started);
      processEnded.abort();
      if (stopping.signal.aborted) return;
      if (started.exitCode === EXIT_MISCONFIGURED) {
        report(`${spec.name} is misconfigured, and not started again (log: ${logPath})`);
        return onMisconfigured?.(configIssues(logPath, logStart));
      }
      const waitMs = pauseMs(performance.now() - startedMs);
      report(
        `${spec.name} ended ${how}; starting it again in ${(waitMs / 1000).toFixed(1)} s (log: ${logPath})`,
      );
      await sleep(waitMs, stopping.signal);
    }
  };
  const running = keepRunning();

  return {
    name: spec.name,
    port: spec.port,
    pid: () => child?.pid,
    /** SIGTERM, then SIGKILL if that was not enough. */
    stop: async (): Promise<void> => {
      stopping.abort();
      child?.kill('SIGTERM');
      const deadline = setTimeout(() => {
        report(`${spec.name} did not stop within ${STOP_MS / 1000} s: killed`);
        child?.kill('SIGKILL');
      }, STOP_MS);
      await running;
      clearTimeout(deadline);
    },
  };
};
