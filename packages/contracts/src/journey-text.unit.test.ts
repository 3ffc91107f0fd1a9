import { expect, test } from '@jest/globals';
import { textOfJob } from './journey-text.ts';

test.each([
  [{}, null],
  [
    { job: 'x', primary: true },
    'Of a job that several postings are or were of; it is the one that counts where jobs are counted.',
  ],
  [
    { job: 'x', primary: false },
    'Of a job that several postings are or were of; it is not the one that counts where jobs are counted.',
  ],
] as const)('of the posting %j is said: %s', (posting, text) => expect(textOfJob(posting)).toBe(text));
