import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { breaksOf, printedSchema } from './printed-schema.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the checked-in schema is what the code makes', () => {
  const advice = 'run npm run generate';
  const schema = read('generated/schema.graphql');
  expect({ advice, schema }).toEqual({ advice, schema: printedSchema() });
});

test('clients of the released schema can still do everything', () => {
  expect(breaksOf(read('released/schema.graphql'), printedSchema())).toEqual([]);
});

test('a schema in which everything is broken has every breaking change listed', () => {
  const broken = read('test/fixtures/broken.graphql');
  expect(breaksOf(read('test/fixtures/whole.graphql'), broken).toSorted()).toEqual([
    'A required arg level on Query.demand was added.',
    'Answer.count changed type from Int! to Int.',
    'Answer.share changed type from Float to String.',
    'DATA was removed from enum type Role.',
    'Gone was removed.',
    'Query.demand arg role was removed.',
    'Query.ledger was removed.',
    'Standard scalar Float was removed because it is not referenced anymore.',
  ]);
});
