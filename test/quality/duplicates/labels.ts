import { readFileSync } from 'node:fs';
import type { LinkClass } from '@skillstream/linking';

export const halves = [
  'tuning',
  'heldOut',
  'unseen',
  'fresh',
  'alike',
  'fresh2',
  'fresh3',
  'fresh4',
  'linked',
] as const;
export type Half = (typeof halves)[number];
/** The sets on which nothing was mended. */
export const unmended: readonly Half[] = ['fresh3', 'fresh4'];

/**
 * What somebody found by reading both texts, and again in another order; the postings by source and the source's id.
 * No organization is in two of the sets but `alike`, which are of the organizations of `fresh`: postings of boards of
 * which most of the text is the same. `fresh3` and `fresh4` were labelled after the rules were mended on all before
 * them, and nothing was mended since. `linked` are pairs that we linked: of what is missed they say nothing. `unsure`
 * are left out of all figures.
 */
export type Label = {
  half: Half;
  a: string;
  b: string;
  first: LinkClass | 'unsure';
  second?: LinkClass | 'unsure';
};

const file = new URL('labels.json', import.meta.url);
export const readLabels = (): Label[] => JSON.parse(readFileSync(file, 'utf8')) as Label[];
