import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createResultMemory } from './result-memory.ts';

const response = (units: number) => ({
  contentType: 'application/json',
  tag: 'W/"a"',
  body: 'x'.repeat(units),
});

test('the last result of each query is kept', () => {
  const memory = createResultMemory(10_000);
  memory.put('/q', response(1), 1);
  memory.put('/q', response(2), 2);
  expect(memory.get('/q')).toEqual({ result: response(2), atMs: 2 });
  expect(memory.get('/other')).toBeUndefined();
});

test('a query that is asked for again and again outlives thousands that are asked once', () => {
  const memory = createResultMemory(2000);
  memory.put('/everybody', response(1), 0);
  for (let i = 1; i < 5000; i += 1) {
    expect(memory.get('/everybody')?.atMs).toBe(0);
    memory.put(`/once/${i}`, response(100), i);
  }
  expect(memory.get('/once/1')).toBeUndefined();
});

test('it never exceeds its size, and keeps what came last', () => {
  const queryPath = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.array(fc.tuple(queryPath, fc.nat(1200))), (puts) => {
      const memory = createResultMemory(2000);
      puts.forEach(([name, units], i) => memory.put(name, response(units), i));
      const held = [...'abcdefgh'].flatMap((name) => memory.get(name) ?? []);
      const bytes = held.reduce((sum, { result: { body } }) => sum + 2 * (1 + body.length) + 200, 0);
      expect(bytes).toBeLessThanOrEqual(2000);
      const last = puts.at(-1);
      if (last && 2 * (1 + last[1]) + 200 <= 2000) expect(memory.get(last[0])?.atMs).toBe(puts.length - 1);
    }),
  );
});
