import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { engineNames, type EngineLogins, type EngineName, type Engines, type Report } from '../types.ts';
import { prepareCache } from './cache.ts';
import { launch, STOP_GRACE_MS, type EngineProcess } from './engine-process.ts';
import { createRestarter } from './restarter.ts';
import { lockFolder } from '../lock.ts';
import { choosePorts } from '../ports.ts';
import { engineSpecs } from './specs.ts';
import { startWatchdog } from './watchdog.ts';

/**
 * Runs Kafka and the MongoDB server with the machine's Java, and Redis, as processes on free local ports; resolves
 * when all of them respond. The same data folder has the same data again.
 */
export async function javaEngines(deps: {
  reason: string;
  report: Report;
  env: NodeJS.ProcessEnv;
  dataFolder?: string;
  only?: readonly EngineName[];
  logins?: EngineLogins;
  onRestarted?: ((name: EngineName) => void) | undefined;
}): Promise<Engines> {
  const { reason, report, env, only = engineNames, onRestarted } = deps;
  const cacheFolder = await prepareCache(env, report);
  const dataFolder = resolve(deps.dataFolder ?? (await mkdtemp(join(tmpdir(), 'skillstream-engines-'))));
  const lock = await lockFolder(dataFolder);
  const watchdog = startWatchdog();
  if (deps.dataFolder === undefined) watchdog.temporary(dataFolder);
  const running: Partial<Record<EngineName, EngineProcess>> = {};
  const pids: Partial<Record<EngineName, number>> = {};

  const release = async () => {
    lock.release();
    watchdog.close();
    if (deps.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  const keeper = createRestarter(report);
  let stopping: Promise<void> | null = null;
  const stop = () =>
    (stopping ??= keeper
      .stop()
      .then(() => endAll(running))
      .then(release));
  try {
    const ports = await choosePorts(dataFolder);
    const specs = await engineSpecs({ cacheFolder, dataFolder, ports, env, logins: deps.logins });
    const start = async (name: EngineName) => {
      if (running[name]?.alive()) return;
      const began = performance.now();
      const started = (pid: number) => {
        pids[name] = pid;
        lock.note(Object.values(pids));
      };
      const onEnded =
        onRestarted && (() => keeper.startAgain(name, () => start(name).then(() => onRestarted(name))));
      const { signal } = keeper;
      running[name] = await launch(specs[name], { watchdog, report, started, onEnded, signal });
      keeper.recovered(name);
      report(
        `engines: ${name} answers on port ${ports[name]} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
    };
    const kill = async (name: EngineName) => {
      await running[name]?.end('SIGKILL', 0);
      delete pids[name];
      lock.note(Object.values(pids));
    };
    // All starts settle before a failure is thrown, so that nothing is left half started.
    const starts = await Promise.allSettled(only.map(start));
    const failure = starts.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
    const urls = {
      kafkaBrokers: [`127.0.0.1:${ports.kafka}`],
      mongoUrl: `mongodb://127.0.0.1:${ports.mongo}`,
      redisUrl: `redis://127.0.0.1:${ports.redis}`,
    };
    return { provider: 'java', reason, urls, pids, kill, start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function endAll(running: Partial<Record<EngineName, EngineProcess>>): Promise<void> {
  await Promise.all(Object.values(running).map((engine) => engine.end('SIGTERM', STOP_GRACE_MS)));
}
