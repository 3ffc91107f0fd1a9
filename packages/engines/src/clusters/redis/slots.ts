import { setTimeout as delay } from 'node:timers/promises';
import { sendRedisCommand } from './redis-command.ts';

export const SLOTS = 16_384;
const keysAtOnce = 20;

export type ClusterNode = { host: string; port: number; id: string };
/** A range of slots and its nodes. */
export type Shard = { from: number; to: number; master: ClusterNode; replicas: ClusterNode[] };

/** Reads the slots as one node knows them. */
export async function readShards(port: number): Promise<Shard[]> {
  type Row = [from: number, to: number, ...nodes: [host: string, port: number, id: string][]];
  const rows = (await sendRedisCommand(port, 'CLUSTER', 'SLOTS')) as Row[];
  return rows.map(([from, to, ...nodes]) => {
    const [master, ...replicas] = nodes.map(([host, at, id]) => ({ host, port: at, id }));
    return { from, to, master: master!, replicas };
  });
}

/** Returns the slot of a key. */
export const slotOf = async (port: number, key: string): Promise<number> =>
  Number(await sendRedisCommand(port, 'CLUSTER', 'KEYSLOT', key));

/**
 * Migrates a slot as `redis-cli --cluster reshard` does: a few keys at a time, with a pause in between, so that
 * clients get every redirection: ASK, TRYAGAIN, and MOVED in the end.
 */
export async function moveSlot(
  slot: number,
  from: ClusterNode,
  to: ClusterNode,
  pauseMs = 20,
): Promise<void> {
  await sendRedisCommand(to.port, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', from.id);
  await sendRedisCommand(from.port, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', to.id);
  for (;;) {
    const keys = (await sendRedisCommand(
      from.port,
      'CLUSTER',
      'GETKEYSINSLOT',
      slot,
      keysAtOnce,
    )) as string[];
    if (keys.length === 0) break;
    await sendRedisCommand(from.port, 'MIGRATE', to.host, to.port, '', 0, 2000, 'KEYS', ...keys);
    await delay(pauseMs);
  }
  for (const { port } of [to, from]) await sendRedisCommand(port, 'CLUSTER', 'SETSLOT', slot, 'NODE', to.id);
}
