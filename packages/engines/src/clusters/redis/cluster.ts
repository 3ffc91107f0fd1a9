import { until } from '@skillstream/async/testing';
import { redisSettings } from '../../java/redis-settings.ts';
import { freePort } from '../../ports.ts';
import { sendRedisCommand, fieldsOf } from './redis-command.ts';
import { moveSlot, readShards, slotOf, SLOTS, type Shard } from './slots.ts';
import { openNodes, type ClusterOptions, type RedisNode } from './start-nodes.ts';

const shards = 3;
const nodeTimeoutMs = 2_000;
/** The cluster bus port of a node is its port plus this. */
const busOffset = 10_000;
/** Ports are below this, so that the cluster bus ports, too, are below the range of ephemeral ports. */
const highestPort = 22_000;

async function freePorts(n: number): Promise<number[]> {
  const taken = new Set<number>();
  const low = () => 20_000 + Math.floor(Math.random() * (highestPort - 20_000));
  while (taken.size < n) {
    const port = await freePort(low(), taken);
    if (port < highestPort && (await freePort(port + busOffset)) === port + busOffset) taken.add(port);
  }
  return [...taken];
}

/**
 * Starts a Redis Cluster of three masters and three replicas, with every slot assigned. For tests of fail-overs and of
 * slot migrations.
 */
export async function startRedisCluster(options: ClusterOptions = {}) {
  const nodes = await openNodes(options);
  try {
    const all = await Promise.all(
      (await freePorts(2 * shards)).map((port) =>
        nodes.add(port, (folder) => ({
          ...redisSettings({ port, folder }),
          'cluster-enabled': 'yes',
          'cluster-config-file': 'nodes.conf',
          'cluster-node-timeout': String(nodeTimeoutMs),
          'repl-ping-replica-period': '1',
        })),
      ),
    );
    await join(all);
    const nodeAt = (port: number): RedisNode => all.find((node) => node.port === port)!;
    const anyPort = async (): Promise<number> => {
      for (const { port } of all) {
        const responses = await sendRedisCommand(port, 'PING').then(
          () => true,
          () => false,
        );
        if (responses) return port;
      }
      throw new Error('no node of the cluster answers');
    };
    const present = async (): Promise<Shard[]> => readShards(await anyPort());
    const shardOf = async (slotOrKey: number | string): Promise<Shard> => {
      const slot = typeof slotOrKey === 'number' ? slotOrKey : await slotOf(await anyPort(), slotOrKey);
      return (await present()).find(({ from, to }) => from <= slot && slot <= to)!;
    };
    const masterOf = async (key: string) => nodeAt((await shardOf(key)).master.port);
    return {
      /** For REDIS_URL. */
      url: `redis+cluster://${all.map(({ address }) => address).join(',')}`,
      /** The current masters: `host:port`, each once. */
      masters: async () => [
        ...new Set((await present()).map(({ master }) => `${master.host}:${master.port}`)),
      ],
      /** The current master of a key: `host:port`. */
      masterOf: async (key: string) => (await masterOf(key)).address,
      /** Sends a command to one master, or to one replica. */
      ask: async (role: 'master' | 'replica', ...command: (string | number)[]) => {
        const [{ master, replicas }] = (await present()) as [Shard];
        return sendRedisCommand(role === 'master' ? master.port : replicas[0]!.port, ...command);
      },
      /** Kills the master of a key, as a crash would. @returns its address */
      killMasterOf: async (key: string) => {
        const node = await masterOf(key);
        await node.kill();
        return node.address;
      },
      /** Pauses the master of a key without closing its connections. @returns its address */
      pauseMasterOf: async (key: string) => {
        const node = await masterOf(key);
        node.pause();
        return node.address;
      },
      /** Resumes all paused nodes. */
      resume: () => all.forEach((node) => node.resume()),
      /** Promotes the replica of a key's master, as for maintenance; resolves when it is the master. */
      failover: async (key: string) => {
        const { replicas } = await shardOf(key);
        const replica = replicas[0]!.port;
        await sendRedisCommand(replica, 'CLUSTER', 'FAILOVER');
        await until('the replica is the master', async () => (await masterOf(key)).port === replica);
      },
      /**
       * Migrates the slot of a key with its keys, a few at a time, to another master, while clients go on.
       * @param to `host:port` of a master; absent: any other. @returns its new master
       */
      moveSlot: async (slotOrKey: number | string, to?: string): Promise<string> => {
        const from = (await shardOf(slotOrKey)).master;
        const found = (await present()).map(({ master }) => master);
        const target = found.find(({ host, port }) => (to ? `${host}:${port}` === to : port !== from.port))!;
        const slot = typeof slotOrKey === 'number' ? slotOrKey : await slotOf(from.port, slotOrKey);
        await moveSlot(slot, from, target);
        return `${target.host}:${target.port}`;
      },
      /** Starts all killed nodes, and resolves when each master has a replica that is in sync. */
      startAll: async () => {
        for (const node of all) await node.start();
        await until('every master has a replica', () => isWhole(all));
      },
      close: nodes.close,
    };
  } catch (error) {
    await nodes.close();
    throw error;
  }
}

/** Joins the nodes into a cluster: the first three get the slots, the others replicate one of them each. */
async function join(all: RedisNode[]): Promise<void> {
  const [masters, replicas] = [all.slice(0, shards), all.slice(shards)];
  const each = Math.ceil(SLOTS / shards);
  for (const [i, { port }] of masters.entries()) {
    const own = Array.from({ length: Math.min(each, SLOTS - i * each) }, (_, n) => i * each + n);
    await sendRedisCommand(port, 'CLUSTER', 'SET-CONFIG-EPOCH', i + 1);
    await sendRedisCommand(port, 'CLUSTER', 'ADDSLOTS', ...own);
  }
  // Whoever answers later than this, on a busy machine, was not met, and is introduced again.
  let metMs = 0;
  const meet = async () => {
    metMs = performance.now();
    for (const { port } of all.slice(1))
      await sendRedisCommand(all[0]!.port, 'CLUSTER', 'MEET', '127.0.0.1', port);
  };
  await meet();
  for (const [i, { port }] of replicas.entries()) {
    const id = String(await sendRedisCommand(masters[i]!.port, 'CLUSTER', 'MYID'));
    await until('the nodes have met', async () => {
      const known = String(await sendRedisCommand(port, 'CLUSTER', 'NODES')).includes(id);
      if (!known && performance.now() - metMs > nodeTimeoutMs) await meet();
      return known;
    });
    await sendRedisCommand(port, 'CLUSTER', 'REPLICATE', id);
  }
  await until('the cluster is whole', () => isWhole(all));
}

/** Whether all nodes agree on all slots, and each master has a replica that is in sync. */
async function isWhole(all: RedisNode[]): Promise<boolean> {
  const views = new Set<string>();
  for (const { port } of all) {
    if (fieldsOf(await sendRedisCommand(port, 'CLUSTER', 'INFO')).get('cluster_state') !== 'ok') return false;
    const found = await readShards(port);
    if (found.some(({ replicas }) => replicas.length === 0)) return false;
    views.add(
      found
        .map(({ from, master }) => `${from}:${master.port}`)
        .sort()
        .join(),
    );
    const replication = fieldsOf(await sendRedisCommand(port, 'INFO', 'replication'));
    if (replication.get('role') === 'slave' && replication.get('master_link_status') !== 'up') return false;
  }
  return views.size === 1;
}

export type RedisCluster = Awaited<ReturnType<typeof startRedisCluster>>;
