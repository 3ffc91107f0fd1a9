import { DEFAULT_LISTED, postingsQuery } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { PostingList } from '../store/posting-list.ts';

/** Lists the postings of a source, a job, or both, page by page, so that their ids can be found. */
export const postingListHandlers = (list: PostingList) =>
  ({
    listPostings: async (req, res) => {
      const { limit = DEFAULT_LISTED, ...asked } = postingsQuery.parse(req.query);
      res.json(await list(asked, limit));
    },
  }) satisfies Partial<Handlers<'ingestion'>>;
