import { createServer, connect, type Socket } from 'node:net';
import { until } from '@skillstream/async/testing';
import { redisSettings } from '../../java/redis-settings.ts';
import { freePort } from '../../ports.ts';
import { sendRedisCommand, fieldsOf } from './redis-command.ts';
import { openNodes, type ClusterOptions, type RedisNode } from './start-nodes.ts';

/**
 * Starts two Redis servers behind one address, like a managed Redis or a Service of Kubernetes: new connections are
 * routed to one of them, and open ones stay where they are. The second one begins as a replica of the first.
 */
export async function startRedisBehindOneAddress(options: ClusterOptions = {}) {
  const nodes = await openNodes(options);
  const first = await freePort(undefined);
  const ports = [first, await freePort(undefined, new Set([first]))] as const;
  const servers = new Map<number, RedisNode>();
  for (const port of ports)
    servers.set(port, await nodes.add(port, (folder) => redisSettings({ port, folder })));
  const follow = (port: number, of: number) => sendRedisCommand(port, 'REPLICAOF', '127.0.0.1', of);
  await follow(ports[1], ports[0]);
  const role = async (port: number) => fieldsOf(await sendRedisCommand(port, 'INFO', 'replication'));
  await until('the replica follows', async () => (await role(ports[1])).get('master_link_status') === 'up');

  let leadsTo: number = ports[0];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(leadsTo, '127.0.0.1');
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: address } = server.address() as { port: number };
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    url: `redis://127.0.0.1:${address}`,
    /** Makes the first a replica of the second; the address still routes to the first. */
    demoteFirst: async () => {
      await sendRedisCommand(ports[1], 'REPLICAOF', 'NO', 'ONE');
      await follow(ports[0], ports[1]);
    },
    /** Routes new connections to the second from now on. */
    leadToSecond: () => {
      leadsTo = ports[1];
    },
    /** Pauses the server that new connections are routed to: it accepts them, and does not reply. */
    pause: () => servers.get(leadsTo)!.pause(),
    /** Closes all connections. */
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
      await nodes.close();
    },
  };
}
