import { originOf, type SourcesQuery, type SourcesResult } from '@skillstream/contracts';
import type { Found } from '../found.ts';
import { viewsFirst } from '../views-first.ts';
import type { SourceCounts } from './view-reader.ts';

type SourceReaders = {
  /** null while the views are being built. */
  views: () => Promise<Found<SourceCounts> | null>;
  facts: () => Promise<Found<SourceCounts>>;
};

/** Lists the sources of the live postings, the one with the most first; ties by name. */
export const createSources =
  ({ views, facts }: SourceReaders) =>
  async ({ via, count = 'postings' }: SourcesQuery): Promise<SourcesResult> => {
    const { found, answeredFrom } = await viewsFirst(via, views, facts);
    const sources = [...found]
      .map(([source, counts]) => ({ source, origin: originOf(source), ...counts }))
      .sort((a, b) => b[count] - a[count] || (a.source < b.source ? -1 : 1));
    const origin = sources.some((one) => one.origin === 'own') ? 'own' : 'sample';
    return { origin, counted: count, sources, answeredFrom };
  };
