import { originOf, type DemandQuery, type Origin, type PostingFilter } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Found } from '../found.ts';
import { viewsFirst, withoutVersion, type Answered } from '../views-first.ts';

type Asked = Pick<PostingFilter, 'source' | 'origin'> & Pick<DemandQuery, 'via'>;
type OwnReaders = {
  /** null while the views are being built. */
  views: () => Promise<Found<boolean> | null>;
  facts: () => Promise<Found<boolean>>;
};

const originOfSource = (source: string, asked: Origin | undefined): Origin => {
  const origin = originOf(source);
  if (asked === undefined || asked === 'all' || asked === origin) return origin;
  throw appError('unprocessable', 'No posting is of this source and of this origin', {
    context: { faults: [{ path: 'origin', message: `${source} is ${origin}` }] },
  });
};

/**
 * Creates what settles which origin a query is about, so that the sample is never mixed with other postings unless
 * both are asked for: the given one, that of the source, or by default own postings where there are any, else the
 * sample. The result then says it in its filter. A result by default is of the version at which the default was read,
 * or has no version: under another one a cache would go on with the sample after the first own posting.
 */
export const createAboutOneOrigin =
  ({ views, facts }: OwnReaders) =>
  /**
   * @param run a query that takes the origin as its filter says
   * @throws SkillstreamError `unprocessable`, naming the field: an origin that the source is not of
   */
  <Q extends Asked, A extends Answered>(run: (query: Q & { origin: Origin }) => Promise<A>) =>
  async (query: Q): Promise<A> => {
    const { source, origin, via } = query;
    if (source !== undefined) return run({ ...query, origin: originOfSource(source, origin) });
    if (origin !== undefined) return run({ ...query, origin });
    const { found, answeredFrom } = await viewsFirst(via, views, facts);
    const result = await run({ ...query, origin: found ? 'own' : 'sample' });
    return result.answeredFrom.viewVersion === answeredFrom.viewVersion ? result : withoutVersion(result);
  };

export type AboutOneOrigin = ReturnType<typeof createAboutOneOrigin>;
