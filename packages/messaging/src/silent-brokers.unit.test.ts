import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createSilentBrokers } from './silent-brokers.ts';

const create = () => createSilentBrokers({ answerMs: 50, againMs: 10 });
type SilentBrokers = ReturnType<typeof create>;

/** A server that accepts connections, and responds only while the test lets it. */
const broker = async () => {
  let responses = false;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => responses && socket.write(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0])));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `127.0.0.1:${port}`,
    response: (yes: boolean) => void (responses = yes),
    close: () => server.close(),
  };
};

const openOn = (silent: SilentBrokers, port: number) => {
  const { socketFactory, destroy } = silent.socketsOfClient();
  const connected = Promise.withResolvers<void>();
  const open = (): Socket =>
    socketFactory({ host: '127.0.0.1', port, ssl: undefined as never, onConnect: connected.resolve });
  const socket = open();
  const errorOf = (of: Socket) => once(of, 'error').then(([error]) => error as unknown);
  return { open, socket, destroy, connected: connected.promise, errorOf, broken: errorOf(socket) };
};

test('the connections of all clients to a broker that hangs break, and it is treated as down until it responds again', async () => {
  const silent = create();
  const { port, address, response, close } = await broker();
  const [one, other] = [openOn(silent, port), openOn(silent, port)];
  await Promise.all([one.connected, other.connected]);
  silent.noteTimeout(address);
  for (const { broken } of [one, other]) {
    expect(await broken).toMatchObject({ code: 'ECONNRESET', message: `${address} does not answer` });
  }
  expect(await one.errorOf(one.open())).toMatchObject({ code: 'ECONNREFUSED' });
  expect(silent.seeds([address, 'b:1'])).toEqual(['b:1']);
  expect(silent.seeds([address])).toEqual([address]);
  response(true);
  await until('it is no longer silent', () => silent.seeds([address, 'b:1']).length === 2);
  const again = openOn(silent, port);
  await again.connected;
  again.socket.destroy();
  close();
});

test('a broker that answers a simple request is not silent, though one request timed out: that one waits for others', async () => {
  const silent = create();
  const { port, address, response, close } = await broker();
  response(true);
  const { socket, connected } = openOn(silent, port);
  await connected;
  silent.noteTimeout(address);
  const asked = once(socket, 'data');
  socket.write('a question that comes after that of the ping');
  await asked;
  expect(socket.destroyed).toBe(false);
  socket.destroy();
  close();
});

test('a destroyed client has its connections broken and gets no more; others keep theirs', async () => {
  const silent = create();
  const { port, close } = await broker();
  const [one, other] = [openOn(silent, port), openOn(silent, port)];
  await Promise.all([one.connected, other.connected]);
  one.destroy();
  expect(await one.broken).toMatchObject({ message: 'the client was given up' });
  expect(await one.errorOf(one.open())).toMatchObject({ message: 'the client was given up' });
  expect(other.socket.destroyed).toBe(false);
  other.socket.destroy();
  close();
});

test('clients begin with different brokers', () => {
  const { seeds } = create();
  const first = new Set(Array.from({ length: 100 }, () => seeds(['a:1', 'b:1', 'c:1'])[0]));
  expect(first.size).toBe(3);
});
