import { join } from 'node:path';
import { classPath } from '../java/cache.ts';
import { launch, type EngineProcess } from '../java/engine-process.ts';
import { javaTool } from '../java/tools.ts';
import type { Watchdog } from '../java/watchdog.ts';
import { pingKafka } from '../probes/kafka.ts';
import type { Report } from '../types.ts';
import type { KafkaNode } from './kafka-nodes.ts';

const memory = ['-Xms48m', '-Xmx320m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** A controlled shutdown, which moves leadership away, takes some seconds, and more on a busy machine. */
const stopGraceMs = 60_000;
const startTimeoutMs = 150_000;

/** Controls one broker process of a cluster. */
export function createKafkaBroker(
  node: KafkaNode,
  deps: {
    cacheFolder: string;
    clusterId: string;
    env: NodeJS.ProcessEnv;
    watchdog: Watchdog;
    report: Report;
  },
) {
  const { cacheFolder, clusterId, env, watchdog, report } = deps;
  const log4j = `-Dlog4j2.configurationFile=${join(cacheFolder, 'log4j2.properties')}`;
  const main = ['skillstream.engines.KafkaNode', node.settingsFile, clusterId];
  const spec = {
    name: `kafka ${node.id}`,
    command: javaTool('java', env),
    args: [...memory, log4j, '-cp', classPath(cacheFolder), ...main],
    logFile: node.logFile,
    probe: () => pingKafka({ host: '127.0.0.1', port: node.port }),
  };
  let process: EngineProcess | null = null;
  let paused = false;
  const signal = (name: NodeJS.Signals) => {
    if (process?.alive()) globalThis.process.kill(process.pid, name);
    paused = name === 'SIGSTOP';
  };
  const end = async (name: NodeJS.Signals, graceMs: number) => {
    if (paused) signal('SIGCONT');
    await process?.end(name, graceMs);
  };
  return {
    id: node.id,
    pid: () => process?.pid,
    /** Whether it runs and is not paused. */
    serves: () => process !== null && process.alive() && !paused,
    start: async () => {
      if (process?.alive()) return;
      paused = false;
      process = await launch(spec, { watchdog, report, started: () => {}, timeoutMs: startTimeoutMs });
    },
    stop: () => end('SIGTERM', stopGraceMs),
    kill: () => end('SIGKILL', 0),
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
}
