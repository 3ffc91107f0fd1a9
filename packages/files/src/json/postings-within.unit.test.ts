import { expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';
import { postingsWithin } from './postings-within.ts';

const posting = { title: 'Sailor', description: 'Sails' };
const whole = { id: 7, title: 'Jobs at Acme', description: 'All our jobs' };

test.each<[string, object, string | null]>([
  ['a page of results', { page: 1, results: [posting] }, 'results'],
  ['one with a title and a text of its own', { title: 'a', description: 'b', jobs: [posting] }, 'jobs'],
  ['one with an id as well', { ...whole, positions: [posting] }, 'positions'],
  ['one further in', { data: { search: { hits: [null, posting] } } }, 'data.search.hits'],
  ['a posting', { ...whole, places: [{ city: 'Kiel' }], questions: [{ title: 'Why?' }] }, null],
  ['a posting with sections', { ...whole, sections: [posting] }, null],
  ['a posting with others that are like it', { ...whole, similar: [posting], location: { jobs: [] } }, null],
  [
    'one whose postings have other names',
    { ...whole, jobs: [{ id: 1, title: 'a', text_of_ours: 'b' }] },
    'jobs',
  ],
  [
    'one of departments',
    { name: 'a', description: 'b', departments: [{ jobs: [{ id: 1, ...posting }] }] },
    'departments.jobs',
  ],
  ['a graph', { name: 'a', description: 'b', '@graph': [{ name: 'c' }, { id: 1, ...posting }] }, '@graph'],
  ['a posting with an address, and paragraphs', { url: 'a', ...posting, paragraphs: [posting] }, null],
  ['a posting with benefits', { ...posting, benefits: [posting], similarJobs: [posting] }, null],
  ['a list that lies too deep', { a: { b: { c: { jobs: [posting] } } } }, null],
])('of a value that would be one posting, the way to its list of postings: %s', (_what, value, way) => {
  expect(postingsWithin(value)).toBe(way);
});

test('a value with a list of postings is refused by its place, and the rest goes on', async () => {
  const page = (n: number) => ({ page: n, results: [{ ...posting, id: n }] });
  const lines = [page(1), { id: 3, ...posting }, page(2)].map((row) => JSON.stringify(row)).join('\n');
  const { postings, faults } = await readFile(lines);
  expect(postings).toMatchObject([{ sourceId: '3', title: 'Sailor' }]);
  const message = 'is a list of postings: give its elements alone';
  expect(faults).toEqual([1, 3].map((line) => [line, 'results', message]));
});

test('a list that begins behind all that the layout is found by is refused, and taken for no posting', async () => {
  const { postings, faults } = await readFile(
    JSON.stringify({ title: 'Acme', description: 'x'.repeat(100_000), jobs: [{ id: 1, ...posting }] }),
  );
  expect(postings).toEqual([]);
  expect(faults).toMatchObject([[1, 'jobs', expect.anything()]]);
});
