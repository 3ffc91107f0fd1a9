import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { apiVersionsRequest, pingKafka } from '../probes/kafka.ts';
import type { Address } from '../probes/tcp.ts';
import { createFrameReader, endTxn } from './frames.ts';
import { startKafkaCluster, type KafkaCluster } from './index.ts';

const apiVersions = 18;
let cluster: KafkaCluster;
let address: Address;

beforeAll(async () => {
  // One broker is enough to test a proxy.
  cluster = await startKafkaCluster({ brokers: 1, proxied: true });
  const [host, port] = cluster.brokers[0]!.split(':');
  address = { host: host!, port: Number(port) };
});
afterAll(() => cluster?.close());

/** A connection through the proxy, and the number of responses that it has received. */
const dial = () => {
  const read = createFrameReader();
  const socket = connect(address);
  const found = {
    responses: 0,
    closed: false,
    send: (bytes: Buffer) => socket.write(bytes),
    end: () => socket.destroy(),
  };
  socket.on('data', (chunk: Buffer) => (found.responses += read(chunk).length));
  socket.on('error', () => {});
  socket.on('close', () => (found.closed = true));
  return found;
};

/** EndTxn, version 0, of an unknown producer: the broker responds with an error. */
const endTxnRequest = (): Buffer => {
  const id = Buffer.from('nobody');
  const frame = Buffer.alloc(4 + 2 + 2 + 4 + 2 + 2 + id.length + 8 + 2 + 1);
  frame.writeInt32BE(frame.length - 4, 0);
  frame.writeInt16BE(endTxn, 4);
  frame.writeInt16BE(-1, 12);
  frame.writeInt16BE(id.length, 14);
  id.copy(frame, 16);
  return frame;
};

test('an EndTxn is held, with what follows on its connection, until it is released; other connections pass', async () => {
  const hold = cluster.hold(endTxn);
  const client = dial();
  client.send(apiVersionsRequest());
  await until('the request before it is answered', () => client.responses === 1);
  client.send(Buffer.concat([endTxnRequest(), apiVersionsRequest()]));
  await hold.caught;
  const other = dial();
  other.send(Buffer.concat([endTxnRequest(), apiVersionsRequest()]));
  await until('a second EndTxn passes', () => other.responses === 2);
  expect(client.responses).toBe(1);
  hold.release();
  await until('all is answered', () => client.responses === 3);
  client.end();
  other.end();
});

test('a stalled proxy forwards nothing and keeps its connections; a cut breaks them and accepts new ones', async () => {
  const client = dial();
  client.send(apiVersionsRequest());
  await until('it is answered', () => client.responses === 1);
  cluster.proxy(1).stall();
  client.send(apiVersionsRequest());
  await expect(pingKafka(address)).rejects.toThrow('no answer');
  expect(client).toMatchObject({ responses: 1, closed: false });
  cluster.proxy(1).resume();
  await until('what waited is answered', () => client.responses === 2);
  cluster.proxy(1).cut();
  await until('the connection is broken', () => client.closed);
  await pingKafka(address);
});

test('a hold that is released before a request arrives holds nothing', async () => {
  cluster.hold(apiVersions).release();
  await pingKafka(address);
});
