import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { categoryName } from '../packages/dashboard/src/format/category-name.ts';

const index = readFileSync(join(import.meta.dirname, '../packages/tagger/taxonomy/taxonomy.yaml'), 'utf8');
const listed = [...index.matchAll(/id: ([a-z-]+), label: ([^,]+),/g)].map(([, id, label]) => [id!, label!]);

test('the taxonomy has categories', () => expect(listed.length).toBeGreaterThan(10));

test.each(listed)('the category %s is called “%s”, as the taxonomy has it', (id, label) =>
  expect(categoryName(id)).toBe(label),
);

test.each([
  ['of-our-own', 'Of our own'],
  ['constructor', 'Constructor'],
])('the category %s, which it has not, is called “%s”', (id, name) => expect(categoryName(id)).toBe(name));
