import { afterEach, expect, jest, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { UnreachableError } from '@skillstream/client';
import { REFUSED_MS, SILENT_MS, type Connection } from './follow.ts';
import type { Message } from './message-of.ts';
import { share, usualPatienceMs } from './share.ts';

let leaving = new AbortController();
let tabs: Promise<void>[] = [];
afterEach(async () => {
  leaving.abort();
  await Promise.all(tabs);
  [leaving, tabs] = [new AbortController(), []];
  jest.restoreAllMocks();
});

const state = { at: '2026-01-02T03:04:05.678Z', via: 'redis', services: [], topics: [], ledger: null };
const event: Message = {
  kind: 'event',
  event: { id: 'r-1', at: state.at, service: 'gateway', replica: 'r', type: 'lease.taken', lease: 'relay' },
};
const SNAPSHOT = `event: snapshot\ndata: ${JSON.stringify(state)}\n\n`;

/** A tab whose stream says what it is told to. */
const openTab = (group: string, patienceMs?: (connection: Connection) => number) => {
  const tab = {
    snapshots: 0,
    events: 0,
    streams: 0,
    connection: null as Connection['state'] | null,
    say: () => {},
  };
  const open = async (signal: AbortSignal) => {
    tab.streams += 1;
    return new ReadableStream<Uint8Array>({
      start: (stream) => {
        tab.say = () => stream.enqueue(new TextEncoder().encode(SNAPSHOT));
        signal.addEventListener('abort', () => stream.error(signal.reason));
      },
    });
  };
  const ended = share({
    ...{ group, open, recall: () => [], signal: leaving.signal, pause: async () => undefined },
    onMessage: ({ kind }) => (kind === 'event' ? (tab.events += 1) : (tab.snapshots += 1)),
    onConnection: ({ state: is }) => (tab.connection = is),
    ...(patienceMs && { patienceMs }),
  });
  tabs.push(ended);
  return tab;
};
const never = () => 1_000_000;

test('the first tab follows the stream, and the second hears it from that one', async () => {
  const first = openTab('a', never);
  await until('it leads', () => first.streams === 1);
  const second = openTab('a', never);
  await until('it is open', () => {
    first.say();
    return first.snapshots > 0 && second.snapshots > 0;
  });
  expect([second.streams, first.connection]).toEqual([0, 'open']);
});

test('a leader that is silent, as one whose script hangs, is replaced, and leads no more', async () => {
  const first = openTab('b', never);
  await until('it leads', () => first.streams === 1);
  const second = openTab('b', () => 20);
  await until('the other one has taken over', () => second.streams === 1);
  await until('the first one hears it from there', () => {
    second.say();
    return first.snapshots > 0;
  });
  // Its own stream has ended; whoever reads it would have counted this.
  const before = first.snapshots;
  expect(() => first.say()).toThrow();
  expect([first.snapshots, first.streams]).toEqual([before, 1]);
});

test('a browser that refuses locks, as one that keeps no data of sites, has a stream for each tab', async () => {
  const refused = new DOMException('The request was denied.', 'SecurityError');
  jest.spyOn(navigator.locks, 'request').mockRejectedValue(refused);
  const [first, second] = [openTab('c', never), openTab('c', never)];
  await until('each follows by itself', () => first.streams === 1 && second.streams === 1);
});

test('so has one without channels', async () => {
  const { BroadcastChannel: own } = globalThis;
  Object.assign(globalThis, { BroadcastChannel: undefined });
  try {
    const tab = openTab('d', never);
    await until('it follows by itself', () => tab.streams === 1);
  } finally {
    Object.assign(globalThis, { BroadcastChannel: own });
  }
});

test.each([
  ['connecting', SILENT_MS],
  ['open', SILENT_MS],
  ['lost', REFUSED_MS + SILENT_MS],
  ['refused', REFUSED_MS + SILENT_MS],
] as const)('one that was %s last has longer than it takes to ask again: %d ms', (is, ms) => {
  const connection = { state: is } as Connection;
  expect(usualPatienceMs(connection, 0)).toBeGreaterThan(ms);
  expect(usualPatienceMs(connection)).toBeLessThan(2 * (ms + SILENT_MS));
});

test('a leader whose stream is lost is no silent one: it opens it again itself', async () => {
  const connections: Connection['state'][] = [];
  const lost = share({
    ...{ group: 'e', recall: () => [event], signal: leaving.signal },
    open: async () => {
      throw new UnreachableError('nobody', null);
    },
    pause: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    onMessage: () => undefined,
    onConnection: ({ state: is }) => void connections.push(is),
  });
  tabs.push(lost);
  await until('it is lost', () => connections.includes('lost'));
  const asked: Connection['state'][] = [];
  const second = openTab('e', (connection) => {
    asked.push(connection.state);
    return 1_000_000;
  });
  await until('the other one knows', () => second.connection === 'lost');
  // What it tells of before is said first.
  expect(asked.at(-1)).toBe('lost');
  expect(second.events).toBe(1);
});
