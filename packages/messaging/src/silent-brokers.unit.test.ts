import { expect, test } from '@jest/globals';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { createSilentBrokers } from './silent-brokers.ts';

const create = () => {
  let now = 0;
  const silent = createSilentBrokers(() => now);
  return { ...silent, pass: (ms: number) => (now += ms) };
};

test('a broker that let a request go unanswered is no seed for a while, unless all are such', () => {
  const { noteTimeout, seeds, pass } = create();
  const brokers = ['a:1', 'b:1', 'c:1'];
  noteTimeout('a:1', 'Metadata');
  noteTimeout('b:1', 'Produce');
  expect(seeds(brokers)).toEqual(['c:1']);
  noteTimeout('c:1', 'Fetch');
  expect(seeds(brokers).sort()).toEqual(brokers);
  pass(14_999);
  noteTimeout('a:1', 'Metadata');
  pass(1);
  expect(seeds(brokers).sort()).toEqual(['b:1', 'c:1']);
});

test('requests that wait for members or replicas say nothing about a broker', () => {
  const { noteTimeout, seeds } = create();
  for (const name of ['JoinGroup', 'SyncGroup', 'AddPartitionsToTxn', 'EndTxn']) noteTimeout('a:1', name);
  expect(seeds(['a:1'])).toEqual(['a:1']);
  expect(seeds(['a:1', 'b:1']).sort()).toEqual(['a:1', 'b:1']);
});

test('clients begin with different brokers', () => {
  const { seeds } = create();
  const first = new Set(Array.from({ length: 100 }, () => seeds(['a:1', 'b:1', 'c:1'])[0]));
  expect(first.size).toBe(3);
});

/** A server that takes connections and never answers. */
const hanging = async () => {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, address: `127.0.0.1:${port}`, close: () => server.close() };
};

const connected = async (factory: ReturnType<ReturnType<typeof create>['socketsOfClient']>, port: number) => {
  const socket = await new Promise<Socket>((resolve) => {
    const opened: Socket = factory.socketFactory({
      host: '127.0.0.1',
      port,
      ssl: undefined as never,
      onConnect: () => resolve(opened),
    });
  });
  return { socket, broken: once(socket, 'error').then(([error]) => (error as Error).message) };
};

test('connections to a silent broker break, and nobody connects to it until some time has passed', async () => {
  const { noteTimeout, socketsOfClient, pass } = create();
  const { port, address, close } = await hanging();
  const [one, other] = [socketsOfClient(), socketsOfClient()];
  const sockets = await Promise.all([connected(one, port), connected(other, port)]);
  noteTimeout(address, 'Fetch');
  expect(await Promise.all(sockets.map(({ broken }) => broken))).toEqual(
    Array.from({ length: 2 }, () => `${address} does not answer`),
  );
  await expect(connected(one, port)).rejects.toThrow(`${address} did not answer`);
  pass(15_000);
  const { socket } = await connected(one, port);
  socket.destroy();
  close();
});

test('a client that is given up has its connections broken and gets no more; others keep theirs', async () => {
  const { socketsOfClient } = create();
  const { port, close } = await hanging();
  const [one, other] = [socketsOfClient(), socketsOfClient()];
  const [{ broken }, { socket }] = await Promise.all([connected(one, port), connected(other, port)]);
  one.destroy();
  expect(await broken).toBe('the client was given up');
  await expect(connected(one, port)).rejects.toThrow('the client was given up');
  expect(socket.destroyed).toBe(false);
  socket.destroy();
  close();
});
