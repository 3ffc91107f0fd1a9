import type { SourcesResult } from '@skillstream/contracts';
import { origins, postingOrigins } from '@skillstream/contracts/origin';
import { count } from '../format/numbers.ts';
import { capital, originName } from '../format/words.ts';
import type { Search } from './search.ts';

type Counted = Pick<SourcesResult, 'origin' | 'sources'>;
type TakenFrom = Pick<Search, 'source' | 'origin'>;
type Chosen = { source: string | undefined; origin: Search['origin'] };

// A name of a source has no colon, so no source is taken for an origin.
const SOURCE = 'source:';

/** What is chosen of the list of `takenFromOptions`; nothing where the address leaves it to the platform. */
export const takenFromValue = ({ source, origin }: TakenFrom): string | undefined =>
  source === undefined ? origin : `${SOURCE}${source}`;

/** What the address says where that value is chosen. */
export const takenFromChosen = (value: string | undefined): Chosen =>
  value?.startsWith(SOURCE)
    ? { source: value.slice(SOURCE.length), origin: undefined }
    : { source: undefined, origin: origins.find((one) => one === value) };

/**
 * From where postings can be taken, with how many there are: own ones, the sample, both, and each source; only what
 * there is. `none`: what counts as long as nothing is chosen.
 */
export const takenFromOptions = ({ origin, sources }: Counted) => {
  const postingsOf = (wanted: string) =>
    sources.reduce((sum, one) => sum + (wanted === 'all' || one.origin === wanted ? one.postings : 0), 0);
  const there = postingOrigins.filter((one) => postingsOf(one) > 0);
  const named = (name: string, postings: number) => `${capital(name)} (${count(postings)})`;
  return {
    none: `By default: ${originName(origin)}`,
    options: [
      ...(there.length > 1 ? origins : there).map((one) => ({
        value: one as string,
        name: named(originName(one), postingsOf(one)),
      })),
      ...sources
        .filter((one) => one.origin === 'own')
        .map(({ source, postings }) => ({
          value: `${SOURCE}${source}`,
          name: `${source} (${count(postings)})`,
        })),
    ],
  };
};
