import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHub, isAfter, type LiveEntry } from './hub.ts';

const entry = (n: number): LiveEntry => ({ id: `${1000 + n}-0`, data: String(n) });

test.each([
  ['2-0', '1-9', true],
  ['10-0', '9-0', true],
  ['1-10', '1-9', true],
  ['1-1', '1-1', false],
  ['1-1', '1-2', false],
  ['1', '0-5', true],
])('%s is after %s: %s', (id, other, expected) => {
  expect(isAfter(id, other)).toBe(expected);
});

test('all subscribers get every entry, and nothing after they left', () => {
  const hub = createHub(10);
  const one: string[] = [];
  const two: string[] = [];
  const leave = hub.join(({ data }) => one.push(data));
  hub.join(({ data }) => two.push(data));
  hub.add(entry(1));
  leave();
  hub.add(entry(2));
  expect([one, two, hub.listening(), hub.last()]).toEqual([['1'], ['1', '2'], 1, '1002-0']);
});

test('a client that reconnects gets exactly what it missed, or learns that some of it is gone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(40), fc.nat(40), (keep, count, seen) => {
      const hub = createHub(keep);
      hub.begin([]);
      for (let n = 1; n <= count; n += 1) hub.add(entry(n));
      const { entries, complete } = hub.since(entry(seen).id);
      const missed = Array.from({ length: count }, (_, i) => i + 1).filter((n) => n > seen);
      const held = missed.slice(-keep);
      expect(entries.map(({ data }) => Number(data))).toEqual(held);
      if (complete) expect(held).toEqual(missed);
      if (held.length < missed.length) expect(complete).toBe(false);
    }),
  );
});

test('entries from before the start are sent only to clients that reconnect', () => {
  const hub = createHub(2);
  const heard: string[] = [];
  hub.join(({ data }) => heard.push(data));
  expect(hub.since('1000-0')).toEqual({ entries: [], complete: false });
  hub.begin([entry(1), entry(2), entry(3)]);
  hub.add(entry(4));
  expect(heard).toEqual(['4']);
  expect(hub.since(entry(3).id)).toEqual({ entries: [entry(4)], complete: true });
  expect(hub.since(entry(1).id)).toEqual({ entries: [entry(3), entry(4)], complete: false });
});
