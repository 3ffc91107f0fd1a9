import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf } from './bytes.ts';
import { many, piecesOf, raw, text, type Json } from './json.ts';

const sent = (json: Json): string => bytesOf({ fragments: piecesOf(json) }).toString();

test('a value of JSON is sent as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      expect(JSON.parse(sent(value as Json))).toEqual(JSON.parse(JSON.stringify(value))),
    ),
  );
});

test.each<[string, Json, string]>([
  ['what is told as a text', text('a', many('"\u0301', 2)), '"a\\"\u0301\\"\u0301"'],
  ['half a surrogate pair', text(many('\ud800', 2)), '"\\ud800\\ud800"'],
  ['what JSON has no word for', { a: raw('1e400') }, '{"a":1e400}'],
  ['a field called __proto__', { ['__proto__']: 1 }, '{"__proto__":1}'],
  ['an array of many', raw('[', many('0,', 2), '0]'), '[0,0,0]'],
])('%s', (_what, json, expected) => expect(sent(json)).toBe(expected));

test('bytes that are no text come as they are', () => {
  expect(bytesOf({ fragments: ['a', { hex: 'ff00' }] })).toEqual(Buffer.from([0x61, 0xff, 0]));
});

test('names of skills are as many as asked for, each another one', () => {
  const names = bytesOf({ fragments: [{ skills: 50, between: '\n' }] })
    .toString()
    .split('\n');
  expect([names.length, new Set(names).size]).toEqual([50, 50]);
});

test('a bomb of several members unpacks to all of them', () => {
  const packed = bytesOf({ fragments: [many('\n', 1000)], coding: 'gzip', members: 3 });
  expect(packed.length).toBeLessThan(200);
  expect(gunzipSync(packed).toString()).toBe('\n'.repeat(3000));
});
