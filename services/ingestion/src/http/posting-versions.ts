import { MOST_VERSIONS, DEFAULT_PAGE_VERSIONS, versionsQuery, versionsRequest } from '@skillstream/contracts';
import { jsonBody, type Handlers, type Capacity } from '@skillstream/http';
import type { VersionReader } from '../store/version-reader.ts';
import { idBounds } from './limits.ts';

/**
 * Pages through all postings by id, or looks some up: id, version, whether it is retracted, whether it is pending. The
 * gateway compares them with what analytics counts.
 */
export const postingVersionHandlers = (versions: VersionReader, bodies: Capacity) =>
  ({
    listVersions: async (req, res) => {
      const { after, limit = DEFAULT_PAGE_VERSIONS } = versionsQuery.parse(req.query);
      res.json(await versions.page(after, limit));
    },
    findVersions: [
      jsonBody(idBounds(2 * MOST_VERSIONS), bodies),
      async (req, res) => {
        const rows = await versions.of(versionsRequest.parse(req.body).postingIds);
        res.json({ rows, next: null });
      },
    ],
  }) satisfies Partial<Handlers<'ingestion'>>;
