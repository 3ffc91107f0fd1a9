import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { createSubscribers, type SubscribersDeps, type Client } from './subscribers.ts';
import { createHub } from './hub.ts';

const start = (more: Partial<SubscribersDeps> = {}) =>
  createSubscribers({
    ...{ hub: createHub(10), mostClients: 1000, mostOfOne: 3, lifeMs: 1e6, lingerMs: 1e6 },
    ...{ mostWaitingBytes: 100, heartbeatMs: 1e6, onClients: () => undefined },
    ...more,
  });
const clientOf = (of: string, more: Partial<Client> = {}): Client => ({
  ...{ of, onEvent: () => {}, beat: () => {}, waitingBytes: () => 0, drop: () => {}, end: () => {} },
  endsMs: Infinity,
  ...more,
});
const codeOf = (join: () => unknown) => {
  try {
    join();
    return 'joined';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a client has so many streams and no more, and does not lock others out', () => {
  const subscribers = start();
  const outcomes = Array.from({ length: 6 }, () => codeOf(() => subscribers.join(clientOf('a'))));
  expect(outcomes).toEqual([...Array(3).fill('joined'), ...Array(3).fill('rate-limited')]);
  expect(codeOf(() => subscribers.join(clientOf('b')))).toBe('joined');
});

test('a stream that ended, however often that is reported, makes room for one', () => {
  const subscribers = start();
  const [leave] = Array.from({ length: 3 }, () => subscribers.join(clientOf('a')));
  leave!();
  leave!();
  const outcomes = Array.from({ length: 2 }, () => codeOf(() => subscribers.join(clientOf('a'))));
  expect(outcomes).toEqual(['joined', 'rate-limited']);
});

test('all together they are bounded, too', () => {
  const subscribers = start({ mostClients: 2 });
  const outcomes = ['a', 'b', 'c'].map((of) => codeOf(() => subscribers.join(clientOf(of))));
  expect(outcomes).toEqual(['joined', 'joined', 'overloaded']);
});

test('a stream lasts so long and no longer, and one that does not read its end is dropped', async () => {
  const subscribers = start({ lifeMs: 10, lingerMs: 10 });
  const reported: string[] = [];
  subscribers.join(clientOf('a', { end: () => reported.push('end'), drop: () => reported.push('drop') }));
  await until('it is over', () => reported.length === 2);
  expect(reported).toEqual(['end', 'drop']);
});
