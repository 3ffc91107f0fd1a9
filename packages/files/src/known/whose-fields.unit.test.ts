import { expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';

const row = { source: 'acme', sourceId: '1', company: 'X', postedAt: '21/10/2025', description: 'd' };
const own = { ...row, salary: '€60k–80k', city: 'Kiel' };

test('rows of another source with the fields of a format that is known lose none of their own', async () => {
  const { postings } = await readFile(JSON.stringify(own));
  expect(postings).toMatchObject([
    { source: 'acme', salaryText: '€60k–80k', location: { city: 'Kiel' }, organization: 'X' },
  ]);
});

test('rows of a format that is known are mapped as somebody says who chose columns', async () => {
  const wanted = new Map([['organization', 'city']] as const);
  const file = await readFile(JSON.stringify({ ...own, source: 'ashby' }), { wanted });
  expect(file.postings).toMatchObject([{ source: 'ashby', organization: 'Kiel' }]);
  expect(file.dates).toBe('dmy');
});
