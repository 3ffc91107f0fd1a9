import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { forwardGateway } from '../../packages/cli/src/cluster/forward.ts';
import type { Target } from '../../packages/cli/src/cluster/target.ts';

type Way = { address: string; close: () => void };

/**
 * One address of this machine for the gateway of a release, for as long as a test file runs. The API server's
 * proxy keeps what stands in Authorization for itself, so whoever shows a token comes by a port-forward; that ends
 * with the pod it leads to, and the next connection has another one opened.
 */
export const openGateway = async (target: Pick<Target, 'namespace' | 'release'>) => {
  let way: Promise<Way> | null = null;
  const open = (): Promise<Way> =>
    (way ??= forwardGateway(target, 0).then(
      (opened) => {
        void opened.closed.then(() => (way = null));
        return opened;
      },
      (error: unknown) => {
        way = null;
        throw error;
      },
    ));
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, other: () => Socket | undefined) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other()?.destroy();
    });
  };
  const lead = async (caller: Socket) => {
    let pod: Socket | undefined;
    keep(caller, () => pod);
    try {
      const { port } = new URL((await open()).address);
      pod = connect(Number(port), '127.0.0.1');
      keep(pod, () => caller);
      caller.pipe(pod).pipe(caller);
    } catch {
      // No gateway is there now: the caller sees a broken connection, and asks again.
      caller.destroy();
    }
  };
  const server = createServer((caller) => void lead(caller));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await way?.then(({ close }) => close()).catch(() => undefined);
    },
  };
};
