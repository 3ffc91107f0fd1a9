import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { hideColons, hostOf } from './ipv6-host.ts';
import { createKafka, probeOf } from './kafka.ts';

test.each([
  ['[fd00::1]:9092', '[fd00--1]', 'fd00::1'],
  ['[::ffff:10.0.0.1]:9092', '[--ffff-10.0.0.1]', '::ffff:10.0.0.1'],
  ['k1.example.net:9092', 'k1.example.net', 'k1.example.net'],
  ['a-1:9092', 'a-1', 'a-1'],
])('%s is %s before the first colon, and %s to a socket', (broker, host, meant) => {
  expect(hideColons(broker).split(':')).toEqual([host, '9092']);
  expect(hostOf(host)).toBe(meant);
});

test('a broker by its IPv6 address is connected to', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '::1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const admin = probeOf(createKafka([`[::1]:${port}`], 'test', silentLog())).admin();
  const reached = once(server, 'connection').then(() => true);
  // It answers nothing, so this fails in either case.
  const failed = admin.connect().then(
    () => false,
    () => false,
  );
  expect(await Promise.race([reached, failed])).toBe(true);
  await failed;
  await admin.disconnect();
  server.close();
});
