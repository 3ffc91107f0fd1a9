import { setTimeout as delay } from 'node:timers/promises';
import { appError, messageOf } from '@skillstream/errors';
import type { StartedTestContainer } from 'testcontainers';
import { noteVolumes, volumesOf } from '../engine-data.ts';
import { lockFolder } from '../lock.ts';
import { freePort } from '../ports.ts';
import type { Address } from '../probes/tcp.ts';
import { engineNames, type EngineName, type Engines, type Report } from '../types.ts';
import { containerSpecs } from './containers.ts';
import { ownAddress, publishOn } from './publish-on.ts';
import { watchEngines } from './watch.ts';

/** Time to stop in, so that data is flushed, as with the Java engines. */
const stopGraceMs = 10_000;

type Running = { container: StartedTestContainer; address: Address };

/**
 * Runs the three engines as containers. Their host ports are fixed, since a published port that Docker chooses changes
 * when a killed container is restarted. If this process dies, testcontainers' own reaper removes the containers.
 * @param deps `dataFolder` has its own volumes, which outlive the containers; without one data is deleted with them.
 * With `onRestarted` an engine that goes is reported, and once it is back, too: its container is its user's to start
 */
export async function dockerEngines(deps: {
  reason: string;
  report: Report;
  dataFolder?: string;
  onRestarted?: ((name: EngineName) => void) | undefined;
}): Promise<Engines> {
  const { reason, report, dataFolder, onRestarted } = deps;
  // Loaded lazily: it takes most of a second.
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers');
  const runtime = await getContainerRuntimeClient();
  const found = runtime.info.containerRuntime.host;
  const host = found === 'localhost' ? '127.0.0.1' : found;
  const own = ownAddress(host, runtime);
  const volumes = dataFolder === undefined ? null : volumesOf(dataFolder);
  const lock = dataFolder === undefined ? null : await lockFolder(dataFolder);
  if (dataFolder !== undefined) await noteVolumes(dataFolder);
  const taken = new Set<number>();
  const running: Partial<Record<EngineName, Running>> = {};

  const run = async (name: EngineName) => {
    const spec = containerSpecs[name];
    const port = await freePort(undefined, taken);
    taken.add(port);
    const address = { host, port };
    const exposed = new GenericContainer(spec.image).withExposedPorts({ container: spec.port, host: port });
    const draft = (own === null ? exposed : publishOn(own, exposed)).withEnvironment(spec.env(address));
    if (volumes) draft.withBindMounts([{ source: volumes[name], target: spec.dataPath }]);
    const container = await (spec.command ? draft.withCommand(spec.command) : draft).start();
    running[name] = { container, address };
    await waitUntilReady(name, address);
    report(`engines: ${name} answers on port ${port} (${spec.image})`);
    return address;
  };
  const handle = (name: EngineName) => {
    const found = running[name];
    if (!found) throw appError('conflict', `${name} was not started here or is stopped already.`);
    return { address: found.address, docker: runtime.container.getById(found.container.getId()) };
  };
  let watch: ReturnType<typeof watchEngines> | null = null;
  let stopping: Promise<void> | null = null;
  const stopAll = async () => {
    await watch?.stop();
    const containers = Object.values(running).map(({ container }) => container);
    await Promise.all(containers.map((container) => container.stop({ timeout: stopGraceMs })));
    lock?.release();
  };
  const stop = () => (stopping ??= stopAll());

  const starts = await Promise.allSettled(engineNames.map(run));
  const failure = starts.find((result) => result.status === 'rejected');
  if (failure) {
    await stop();
    throw appError('unavailable', `Docker could not run the engines: ${messageOf(failure.reason)}`, {
      cause: failure.reason,
    });
  }
  if (onRestarted) {
    const watched = engineNames.map((name) => ({
      name,
      ping: () => containerSpecs[name].ping(handle(name).address),
      advice: `docker start ${handle(name).docker.id.slice(0, 12)} starts its container again`,
    }));
    watch = watchEngines(watched, report, onRestarted);
  }
  const at = (name: EngineName) => `${host}:${handle(name).address.port}`;
  return {
    provider: 'docker',
    reason,
    urls: {
      kafkaBrokers: [at('kafka')],
      mongoUrl: `mongodb://${at('mongo')}`,
      redisUrl: `redis://${at('redis')}`,
    },
    pids: {},
    kill: async (name) => {
      const { docker } = handle(name);
      await docker.kill({ signal: 'SIGKILL' });
      await docker.wait();
    },
    start: async (name) => {
      const { docker, address } = handle(name);
      if (!(await docker.inspect()).State.Running) await docker.start();
      await waitUntilReady(name, address);
    },
    stop,
  };
}

async function waitUntilReady(name: EngineName, address: Address, timeoutMs = 240_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const silent = await containerSpecs[name].ping(address).then(() => null, messageOf);
    if (silent === null) return;
    if (Date.now() > deadline) throw appError('unavailable', `${name} does not answer (${silent})`);
    await delay(50);
  }
}
