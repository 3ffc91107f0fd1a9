import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCache } from '../../java/cache.ts';
import { launch, type EngineProcess } from '../../java/engine-process.ts';
import { findRedis } from '../../java/redis-binary.ts';
import { redisFile } from '../../java/redis-settings.ts';
import { startWatchdog } from '../../java/watchdog.ts';
import { pingRedis } from '../../probes/redis.ts';
import type { Report } from '../../types.ts';

export type ClusterOptions = { env?: NodeJS.ProcessEnv; report?: Report };

/** Controls one redis-server of several. */
export type RedisNode = {
  port: number;
  /** `127.0.0.1:<port>`, as the nodes address each other. */
  address: string;
  /** SIGKILL; its data stays. */
  kill(): Promise<void>;
  /** SIGSTOP: it keeps its connections and does not reply. */
  pause(): void;
  resume(): void;
  /** Starts it on the same port, data and settings file; does nothing while it runs. */
  start(): Promise<void>;
};

/**
 * Creates a folder for several redis-servers, which all exit with `close`, or with this process. Each gets a settings
 * file, which the server rewrites itself when its role changes.
 */
export async function openNodes({ env = process.env, report = () => {} }: ClusterOptions) {
  const command = await findRedis(await prepareCache(env, report));
  const folder = await mkdtemp(join(tmpdir(), 'skillstream-redis-'));
  const watchdog = startWatchdog();
  watchdog.temporary(folder);
  const running = new Map<string, EngineProcess>();

  const add = async (
    port: number,
    settings: (folder: string) => Record<string, string>,
    flags: string[] = [],
  ): Promise<RedisNode> => {
    const own = join(folder, String(port));
    const file = join(own, 'redis.conf');
    await mkdir(own);
    await writeFile(file, redisFile(settings(own)));
    const name = `redis ${port}`;
    const start = async () => {
      if (running.get(name)?.alive()) return;
      const logFile = join(folder, `${port}.log`);
      const probe = () => pingRedis({ host: '127.0.0.1', port });
      const spec = { name, command, args: [file, ...flags], logFile, probe };
      running.set(name, await launch(spec, { watchdog, report, started: () => {} }));
    };
    const signal = (which: NodeJS.Signals) => {
      const node = running.get(name);
      if (node?.alive()) process.kill(node.pid, which);
    };
    await start();
    return {
      port,
      address: `127.0.0.1:${port}`,
      kill: async () => running.get(name)?.end('SIGKILL', 0),
      pause: () => signal('SIGSTOP'),
      resume: () => signal('SIGCONT'),
      start,
    };
  };

  const close = async () => {
    // The data is not needed, and a replica that has just synced would not exit before it has saved its copy.
    await Promise.all([...running.values()].map((node) => node.end('SIGKILL', 0)));
    watchdog.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { add, close };
}
