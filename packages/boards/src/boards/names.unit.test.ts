import { expect, test } from '@jest/globals';
import { boards } from '../boards.ts';

const boardOf = (name: string) => boards.find((board) => board.name === name)!;

test.each([
  ['justjoinit', { guid: '', slug: 's-7' }, 's-7'],
  ['justjoinit', { guid: 'g-7', slug: 's-7' }, 'g-7'],
  ['weworkremotely', { guid: ' ', link: 'https://x.example/7' }, 'https://x.example/7'],
  ['weworkremotely', { guid: 'g-7', link: 'https://x.example/7' }, 'g-7'],
  ['ashby', { id: '', jobUrl: 'https://jobs.ashbyhq.com/boats/a-7' }, 'a-7'],
])('a job of %s with %j is known as %s', (name, job, id) => {
  expect(boardOf(name).id(job)).toBe(id);
});

test('a job of Just Join IT without a slug has no address, and no text that could be fetched', () => {
  const { posting, detail } = boardOf('justjoinit');
  expect(posting({ guid: 'g-7', body: 'Go' }, 'all')).not.toHaveProperty('url');
  expect(detail!({ guid: 'g-7' }, 'all')).toBeNull();
  const named = { guid: 'g-7', slug: 's-7', body: 'Go' };
  expect(posting(named, 'all')).toMatchObject({ url: 'https://justjoin.it/job-offer/s-7' });
  expect(detail!(named, 'all')).toBe('https://api.justjoin.it/v1/offers/s-7');
});

test('a job of Ashby that only its address names has its text fetched from there', () => {
  const job = { jobUrl: 'https://jobs.ashbyhq.com/boats/a-7' };
  expect(boardOf('ashby').detail!(job, 'boats')).toBe(job.jobUrl);
});
