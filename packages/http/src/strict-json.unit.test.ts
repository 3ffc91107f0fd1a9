import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseStrictJson, duplicateKey } from './strict-json.ts';

test('any JSON that a serializer writes passes unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) });
    }),
  );
});

test('a repeated key is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), (key, first, second) => {
      const [k, a, b] = [key, first, second].map((part) => JSON.stringify(part));
      expect(duplicateKey(`{"outer":[1,{${k}:${a} , ${k} :${b}}]}`)).not.toBeNull();
    }),
  );
});

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"salary":{"min":1,"max":2,"min":3}}', 'salary.min'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"a\\\\":"x","a\\\\":"y"}', 'a\\'],
  ['{"a":{"b":1},"b":{"a":"a"}}', null],
  ['{"a":"\\"a\\":","b":"a"}', null],
])('%s', (text, path) => expect(duplicateKey(text)).toBe(path));

test('text that is not JSON says where it ends', () => {
  expect(parseStrictJson('{"title": "x"')).toEqual({
    faults: [{ path: '', message: 'is not JSON: it breaks off at character 14' }],
  });
});

test('of text that is not JSON the place is named, and no word of it', () => {
  expect(parseStrictJson('{"title": Jane Doe}')).toEqual({
    faults: [{ path: '', message: 'is not JSON from character 11 on' }],
  });
});

test('levels without keys cost no set each', () => {
  let sets = 0;
  const { Set: real } = globalThis;
  globalThis.Set = class<T> extends real<T> {
    constructor() {
      super();
      sets += 1;
    }
  };
  try {
    expect(duplicateKey(`${'['.repeat(1000)}{"a":1,"b":2}${']'.repeat(1000)}`)).toBeNull();
  } finally {
    globalThis.Set = real;
  }
  expect(sets).toBe(1);
});
