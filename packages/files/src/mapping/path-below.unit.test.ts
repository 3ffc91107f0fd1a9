import { expect, test } from '@jest/globals';
import { xmlRows } from '../markup/xml-rows.ts';
import { flatten } from './flatten.ts';

const LONG = 'k'.repeat(40_000);
const cut = `${'k'.repeat(500)}…`;

test('a long key of JSON and all below it are one path of 500 characters', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`n${index}`, { a: index }]));
  expect([...flatten({ [LONG]: many, title: 'x' }).keys()]).toEqual([cut, 'title']);
});

test('a long name in XML and all below it are one path of 500 characters', async () => {
  const inner = '<b a="1">2</b>'.repeat(4000);
  const xml = `<jobs><job><title>x</title><${LONG} n="1">${inner}</${LONG}></job></jobs>`;
  async function* blocks() {
    yield Buffer.from(xml);
  }
  for await (const row of xmlRows(blocks(), 'job'))
    expect('values' in row && [...row.values.keys()]).toEqual(['title', cut]);
  expect.assertions(1);
});
