import { expect, test } from '@jest/globals';
import { readFile } from './testing.ts';

test('days and shares at home count in the column for it, and what is unclear is unknown', async () => {
  const { postings, quality } = await readFile(
    'id;Homeoffice;Beschreibung\n1;2 Tage/Woche;a\n2;50 %;a\n3;100%;a\n4;möglich;a\n',
  );
  expect((postings as { workplace?: string }[]).map(({ workplace }) => workplace)).toEqual([
    ...['hybrid', 'hybrid', 'remote', undefined],
  ]);
  expect([...quality().unread]).toEqual([['Homeoffice', { cells: 1, first: { line: 5 } }]]);
});
