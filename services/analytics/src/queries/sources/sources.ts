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
  async ({ via }: SourcesQuery): Promise<SourcesResult> => {
    const { found, answeredFrom } = await viewsFirst(via, views, facts);
    const sources = [...found]
      .map(([source, postings]) => ({ source, origin: originOf(source), postings }))
      .sort((a, b) => b.postings - a.postings || (a.source < b.source ? -1 : 1));
    const origin = sources.some((one) => one.origin === 'own') ? 'own' : 'sample';
    return { origin, sources, answeredFrom };
  };
