import { until } from '@skillstream/async/testing';
import { redisSettings } from '../../java/redis-settings.ts';
import { freePort } from '../../ports.ts';
import { sendRedisCommand, fieldsOf } from './redis-command.ts';
import { openNodes, type ClusterOptions, type RedisNode } from './start-nodes.ts';

const master = 'mymaster';
const downAfterMs = 2_000;
const failoverTimeoutMs = 6_000;

/** Chooses several distinct free ports: none of them is in use yet when the next one is chosen. */
async function freePorts(n: number): Promise<number[]> {
  const taken = new Set<number>();
  while (taken.size < n) taken.add(await freePort(undefined, taken));
  return [...taken];
}

/**
 * Starts a Redis with a replica, monitored by three Sentinels with a quorum of two. For tests of fail-overs.
 * @returns once every Sentinel knows the replica and the other Sentinels, so that a fail-over can succeed
 */
export async function startRedisSentinel(options: ClusterOptions = {}) {
  const nodes = await openNodes(options);
  try {
    const [first, second, ...watching] = await freePorts(5);
    const settings = (port: number, more: Record<string, string> = {}) =>
      nodes.add(port, (folder) => ({
        ...redisSettings({ port, folder }),
        'repl-ping-replica-period': '1',
        ...more,
      }));
    const servers = [await settings(first!), await settings(second!, { replicaof: `127.0.0.1 ${first}` })];
    const replication = async (port: number) => fieldsOf(await sendRedisCommand(port, 'INFO', 'replication'));
    const linked = async (port: number) => (await replication(port)).get('master_link_status') === 'up';
    // A Sentinel looks for replicas when it starts, and then only every ten seconds.
    await until('the replica follows', () => linked(second!));
    const sentinels = await Promise.all(watching.map((port) => addSentinel(nodes, port, first!)));
    const watched = async (port: number) => {
      const [ip, of] = (await sendRedisCommand(
        port,
        'SENTINEL',
        'get-master-addr-by-name',
        master,
      )) as string[];
      return `${ip}:${of}`;
    };
    const ready = async (port: number) => {
      const [state] = [flat(await sendRedisCommand(port, 'SENTINEL', 'master', master))];
      return state.get('num-slaves') === '1' && state.get('num-other-sentinels') === '2';
    };
    for (const { port } of sentinels) await until('the Sentinels know each other', () => ready(port));

    const masterAddress = () => watched(sentinels[0]!.port);
    const present = async (): Promise<RedisNode> => {
      const address = await masterAddress();
      return servers.find((server) => server.address === address)!;
    };
    const all = [...servers, ...sentinels];
    return {
      /** For REDIS_URL. */
      url: `redis+sentinel://${sentinels.map(({ address }) => address).join(',')}/${master}`,
      /** The current master by the Sentinels: `host:port`. */
      masterAddress,
      /** Kills the current master, as a crash would. @returns its address */
      killMaster: async () => {
        const node = await present();
        await node.kill();
        return node.address;
      },
      /** Pauses the current master without closing its connections. @returns its address */
      pauseMaster: async () => {
        const node = await present();
        node.pause();
        return node.address;
      },
      /**
       * Resumes all paused nodes: a former master still acts as one until a Sentinel reconfigures it.
       */
      resume: () => all.forEach((node) => node.resume()),
      /** Triggers a fail-over by the Sentinels, as for maintenance; resolves when it is done. */
      failover: async () => {
        const before = await masterAddress();
        const { port } = sentinels[0]!;
        // Refused until this Sentinel has checked the replica recently, which it does every ten seconds.
        await until('a replica can be promoted', () =>
          sendRedisCommand(port, 'SENTINEL', 'failover', master),
        );
        await until('another server is the master', async () => (await masterAddress()) !== before);
      },
      /** Starts all killed nodes, and resolves when the master has its replica again. */
      startAll: async () => {
        for (const node of all) await node.start();
        await until('the master has its replica', async () => {
          const { port } = await present();
          const state = await replication(port);
          return state.get('role') === 'master' && /state=online/.test(state.get('slave0') ?? '');
        });
      },
      close: nodes.close,
    };
  } catch (error) {
    await nodes.close();
    throw error;
  }
}

const addSentinel = (nodes: Awaited<ReturnType<typeof openNodes>>, port: number, watchedPort: number) =>
  nodes.add(
    port,
    (folder) => ({
      port: String(port),
      bind: '127.0.0.1',
      dir: folder,
      'sentinel monitor': `${master} 127.0.0.1 ${watchedPort} 2`,
      'sentinel down-after-milliseconds': `${master} ${downAfterMs}`,
      'sentinel failover-timeout': `${master} ${failoverTimeoutMs}`,
      'sentinel parallel-syncs': `${master} 1`,
    }),
    ['--sentinel'],
  );

/** Parses a reply that lists names and values alternately. */
function flat(response: unknown): Map<string, string> {
  const list = response as string[];
  return new Map(list.flatMap((name, i) => (i % 2 === 0 ? [[name, list[i + 1]!] as const] : [])));
}

export type RedisSentinel = Awaited<ReturnType<typeof startRedisSentinel>>;
