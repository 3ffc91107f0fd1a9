import { expect, test } from '@jest/globals';
import { partName } from './part-name.ts';

const labels = new Map([['postgresql', 'PostgreSQL']]);

test.each([
  ['onsite', 'On site'],
  ['unknown', 'Not stated'],
  ['remote', 'Remote'],
  ['postgresql', 'PostgreSQL'],
  ['nosql-databases', 'NoSQL databases'],
])('the part %s of a claim is called “%s”', (id, name) =>
  expect(partName(id, (one) => labels.get(one) ?? one)).toBe(name),
);
