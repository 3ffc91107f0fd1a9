import { expect, test } from '@jest/globals';
import { createCapacity } from './capacity.ts';

const overloaded = expect.objectContaining({ code: 'overloaded', retryable: true });

test('one caller never has all places, and whoever comes too late is told to come again', () => {
  const places = createCapacity('streams', { most: 5, mostOfOne: 3 });
  const [a, b] = [places.open('a'), places.open('b')];
  a.take(3);
  expect(() => places.open('a').take(1)).toThrow(overloaded);
  b.take(2);
  expect(() => b.take(1)).toThrow(overloaded);
  a.giveBack();
  a.giveBack();
  b.take(1);
  expect(places.inAll()).toBe(3);
});

test('what was refused holds nothing', () => {
  const places = createCapacity('bytes', { most: 10, mostOfOne: 10 });
  const one = places.open('a');
  one.take(6);
  expect(() => one.take(5)).toThrow(overloaded);
  expect(places.inAll()).toBe(6);
  one.giveBack();
  expect(places.inAll()).toBe(0);
});
