import { fmix32 } from './hash.ts';
import type { LinkedPosting } from './signature.ts';

const words =
  'market river stone cloud paper garden signal bridge window copper silver lamp forest engine letter';
const vocabulary = words.split(' ');

/** A made-up text: the same for the same seed, others have next to nothing in common. */
export const textOf = (seed: number, length = 400): string =>
  Array.from({ length }, (_, at) => {
    const number = fmix32(fmix32(seed) ^ at);
    return `${vocabulary[number % vocabulary.length]}${(number >>> 8) % 100}`;
  }).join(' ');

/** A posting in which only what a test is about has to be given. */
export const postingOf = (over: Partial<LinkedPosting> = {}): LinkedPosting => ({
  title: 'Senior Backend Engineer',
  organization: 'Acme',
  description: textOf(1),
  location: { country: 'DE', region: null, city: 'Berlin' },
  datePosted: '2026-01-10',
  ...over,
});
