import { expect, test } from '@jest/globals';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { db, ERROR_TYPE, http, messaging, own } from './attributes.ts';

const known = new Set<unknown>(Object.values(conventions));

test('every name is one of the pinned conventions, or is under a prefix of ours', () => {
  const names = [ERROR_TYPE, ...[http, db, messaging].flatMap((group) => Object.values(group))];
  expect(names.filter((name) => !known.has(name))).toEqual([]);
  for (const name of Object.values(own)) expect([name, known.has(name)]).toEqual([name, false]);
  for (const name of Object.values(own)) expect(name).toMatch(/^skillstream\./);
});
