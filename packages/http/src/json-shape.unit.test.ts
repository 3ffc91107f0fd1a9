import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shapeIssue, walkJson } from './json-shape.ts';
import { parseJson } from './strict-json.ts';

const shape = { levels: 16, values: 1000 };
const faultOf = (text: string) => shapeIssue(Buffer.from(text), shape);

test('depth is counted outside of strings, whatever closes it', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect([faultOf(nested(16)), faultOf(nested(17))]).toEqual([null, 'is nested deeper than 16 levels']);
  expect(faultOf(`["${'['.repeat(100)}\\"["]`)).toBeNull();
  expect(faultOf('[{}]'.repeat(100))).toBeNull();
});

test('values are counted outside of strings', () => {
  const values = (count: number) => `[${Array.from({ length: count }, () => '"a,b"').join(',')}]`;
  expect([faultOf(values(1000)), faultOf(values(1001))]).toEqual([null, 'holds more than 1000 values']);
});

const levelsOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levelsOf)) : 0;
const commasOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inside: unknown[] = Object.values(value);
  return Math.max(0, inside.length - 1) + inside.reduce<number>((sum, one) => sum + commasOf(one), 0);
};

test('any JSON is refused exactly when it is deeper, or holds more, than is taken', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), fc.integer({ min: 1, max: 8 }), (value, levels, values) => {
      const taken = levelsOf(value) <= levels && commasOf(value) < values;
      const text = JSON.stringify(value);
      expect(shapeIssue(Buffer.from(text), { levels, values }) === null).toBe(taken);
      expect('value' in parseJson(Buffer.from(text), { levels, values })).toBe(taken);
    }),
  );
});

test('whatever the bytes are, each is looked at once at the most, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'[]{},"\\x '), { maxLength: 200 }), (chunks) => {
      let last = -1;
      walkJson(Buffer.from(chunks.join('')), (_byte, at) => {
        expect(at).toBeGreaterThan(last);
        last = at;
        return true;
      });
    }),
  );
});

test('nothing behind the bound is looked at', () => {
  let steps = 0;
  const bytes = Buffer.from('['.repeat(500_000));
  const counted = new Proxy(bytes, {
    get: (target, name) => {
      if (name !== 'length') steps += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  expect(shapeIssue(counted, { levels: 4, values: 10 })).toBe('is nested deeper than 4 levels');
  expect(steps).toBe(5);
});

test.each([
  ['strings', (n: number) => `["${'a\\"'.repeat(n / 3)}"]`],
  ['backslashes', (n: number) => `["${'\\\\'.repeat(n / 2)}"]`],
  ['brackets that follow each other', (n: number) => '[]'.repeat(n / 2)],
  ['blanks', (n: number) => `[${' '.repeat(n)}]`],
])('bytes of %s cost ten times as much where there are ten times as many', (_, make) => {
  const cpuOf = (bytes: number, times: number) => {
    const body = Buffer.from(make(bytes));
    const began = process.cpuUsage();
    for (let n = 0; n < times; n += 1) parseJson(body, shape);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / times;
  };
  cpuOf(100_000, 10);
  // Quadratic it would be a hundred times as much.
  expect(cpuOf(1_000_000, 10) / cpuOf(100_000, 100)).toBeLessThan(50);
});
