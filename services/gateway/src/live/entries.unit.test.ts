import { expect, test } from '@jest/globals';
import { createSubscribers } from './subscribers.ts';
import { listenForEntries } from './entries.ts';
import { createHub } from './hub.ts';

const start = (mostWaitingBytes: number) => {
  const hub = createHub(10);
  const counts: number[] = [];
  const subscribers = createSubscribers({
    ...{ hub, mostClients: 2, mostOfOne: 9, lifeMs: 1e6, lingerMs: 1e6, mostWaitingBytes, heartbeatMs: 1e6 },
    onClients: (count) => counts.push(count),
  });
  const outlet = { beats: 0, drops: 0, waiting: 0, close: () => {} };
  const listen = (endsMs = Infinity) =>
    listenForEntries(subscribers, {
      of: '192.0.2.1',
      beat: () => (outlet.beats += 1),
      waitingBytes: () => outlet.waiting,
      drop: () => (outlet.drops += 1),
      onClose: (then) => (outlet.close = then),
      endsMs,
    });
  return {
    hub,
    subscribers,
    counts,
    outlet,
    listen,
    add: (n: number) => hub.add({ id: `${n}-0`, data: `${n}` }),
  };
};
const valueOf = async (next: Promise<IteratorResult<{ data: string }>>) => (await next).value?.data;

test('entries are read one by one, buffered ones first, until the feed ends', async () => {
  const { add, subscribers, listen } = start(1000);
  const entries = listen();
  add(1);
  add(2);
  expect([await valueOf(entries.next()), await valueOf(entries.next())]).toEqual(['1', '2']);
  const third = entries.next();
  add(3);
  expect(await valueOf(third)).toBe('3');
  const last = entries.next();
  subscribers.end();
  expect(await last).toEqual({ done: true, value: undefined });
});

test('unread entries are buffered like those in the connection; too much of both together drops the client', async () => {
  const { add, counts, outlet, listen } = start(3);
  const entries = listen();
  for (const n of [1, 2, 3]) add(n);
  outlet.waiting = 1;
  expect(outlet.drops).toBe(0);
  add(4);
  expect([outlet.drops, counts]).toEqual([1, [1, 0]]);
  expect(await entries.next()).toEqual({ done: true, value: undefined });
});

test.each(['return', 'close'] as const)('a client that leaves by %s receives nothing more', async (how) => {
  const { add, counts, outlet, listen } = start(1000);
  const entries = listen();
  if (how === 'return') await entries.return!();
  else outlet.close();
  add(1);
  expect(await entries.next()).toEqual({ done: true, value: undefined });
  expect(counts).toEqual([1, 0]);
});

test('a client whose time is over receives nothing more, and is no subscriber any more', async () => {
  const { counts, listen } = start(1000);
  const entries = listen(Date.now());
  expect(await entries.next()).toEqual({ done: true, value: undefined });
  expect(counts).toEqual([1, 0]);
});

test('more subscribers than allowed are overloaded', () => {
  const { listen } = start(1000);
  listen();
  listen();
  expect(() => listen()).toThrow(expect.objectContaining({ code: 'overloaded' }));
});
