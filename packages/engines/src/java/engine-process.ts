import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { appError } from '@skillstream/errors';
import type { Report } from '../types.ts';
import type { Watchdog } from './watchdog.ts';

/** Time for an orderly shutdown before an engine is killed, in milliseconds. */
export const STOP_GRACE_MS = 10_000;

/** How to run and probe one engine. */
export type EngineSpec = {
  /** Name for messages: the engine, and which of several. */
  name: string;
  command: string;
  args: string[];
  logFile: string;
  probe(): Promise<void>;
};

export type EngineProcess = {
  pid: number;
  alive(): boolean;
  /** Sends a signal, then SIGKILL after `graceMs`, and resolves when the process has exited. */
  end(signal: NodeJS.Signals, graceMs: number): Promise<void>;
};

export type LaunchDeps = {
  watchdog: Watchdog;
  report: Report;
  started(pid: number): void;
  /** Called when an engine that had responded exits without a request to stop. */
  onEnded?: (() => void) | undefined;
  /** Aborts the start of an engine that does not respond yet. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
};

/**
 * Starts an engine and resolves when it responds. If it later exits by itself, the last lines of its log are reported.
 * It has its own process group, so that Ctrl-C in a terminal does not reach it before an orderly stop.
 * @throws `unavailable` with the end of its log when it exits, does not respond, or its start is aborted
 */
export async function launch(spec: EngineSpec, deps: LaunchDeps): Promise<EngineProcess> {
  const log = openSync(spec.logFile, 'a');
  const child = spawn(spec.command, spec.args, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended: string | null = null;
  let phase: 'starting' | 'running' | 'ending' = 'starting';
  const exited = new Promise<void>((resolve) => {
    const finish = (how: string) => {
      ended = how;
      if (child.pid !== undefined) deps.watchdog.forget(child.pid);
      const byItself = phase === 'running';
      if (byItself) deps.report(`engines: ${spec.name} ended by itself (${how})${tail(spec.logFile)}`);
      resolve();
      if (byItself) deps.onEnded?.();
    };
    child.on('exit', (code, signal) => finish(signal ?? `exit code ${code}`));
    child.on('error', (error) => finish(error.message));
  });
  // Engines do not keep the process alive: a script that forgets to stop them can still exit.
  child.unref();
  const pid = child.pid ?? 0;
  if (pid) {
    deps.watchdog.watch(pid);
    deps.started(pid);
  }
  const end = async (signal: NodeJS.Signals, graceMs: number) => {
    phase = 'ending';
    if (ended !== null) return;
    child.ref();
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await exited.finally(() => clearTimeout(timer));
  };

  const deadline = Date.now() + (deps.timeoutMs ?? 240_000);
  for (;;) {
    const silent = await spec.probe().then(
      () => null,
      (error: Error) => error.message,
    );
    if (ended === null && silent === null) break;
    const givenUp = deps.signal?.aborted === true;
    if (ended !== null || givenUp || Date.now() > deadline) {
      const why = ended === null ? `does not answer (${silent})` : `ended (${ended})`;
      await end(givenUp ? 'SIGTERM' : 'SIGKILL', givenUp ? STOP_GRACE_MS : 0);
      throw appError('unavailable', `${spec.name} ${why}${tail(spec.logFile)}`);
    }
    await delay(30);
  }
  phase = 'running';
  return { pid, alive: () => ended === null, end };
}

// The log may have been removed while the engine ran; that is reported, and must not crash its owner.
function tail(logFile: string, lines = 12): string {
  try {
    const last = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    return last === '' ? `; its log ${logFile} is empty` : `; the end of its log ${logFile}:\n${last}`;
  } catch (error) {
    return `; its log ${logFile} cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}
