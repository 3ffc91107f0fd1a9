import type { DemandResult, Origin, PostingFilter, SourcesResult } from '@skillstream/contracts';
import { originsIn } from '@skillstream/contracts/origin';
import { counted } from '../format/numbers.ts';

type Sources = SourcesResult['sources'];
type Result = Pick<DemandResult, 'population'> & { filter: Pick<PostingFilter, 'source' | 'origin'> };

/** The sources of the postings that a result counts, those with most of them first. */
export const sourcesOf = ({ filter }: Result, sources: Sources): string[] => {
  if (filter.source !== undefined) return [filter.source];
  const counted = sources.filter(({ origin }) => originsIn(filter.origin ?? 'all').includes(origin));
  return counted.sort((a, b) => b.postings - a.postings).map(({ source }) => source);
};

const MOST_NAMED = 5;

/** The names of sources, of many the first five: `a, b and 1 more source`. */
export const namesText = (names: readonly string[]): string => {
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED
    ? `${shown} and ${counted(names.length - MOST_NAMED, 'more source')}`
    : shown;
};

/**
 * What has to be said of made-up data beside a result, by what the result itself says that it counts: nothing while it
 * counts none. Where it counts both, its sources decide, and it is said as long as they are not known.
 */
export const madeUpText = ({ filter, population }: Result, sources: Sources | undefined): string | null => {
  const has = (wanted: Origin) => sources === undefined || sources.some(({ origin }) => origin === wanted);
  if (population === 0 || filter.origin === 'own') return null;
  if (filter.origin === 'sample') return 'Sample data: every posting is made up.';
  if (!has('sample')) return null;
  return has('own') ? 'Some of it is made-up sample data.' : 'Sample data: every posting is made up.';
};

/** What is loaded and left out, where nobody chose that: the sample once there are own postings. */
export const leftOutText = (chosen: PostingFilter, { filter }: Result, sources: Sources): string | null =>
  chosen.origin === undefined &&
  chosen.source === undefined &&
  filter.origin === 'own' &&
  sources.some(({ origin }) => origin === 'sample')
    ? 'The made-up sample is loaded, too, but not in the market’s numbers.'
    : null;
