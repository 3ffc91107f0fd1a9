import { MOST_VERSIONS, DEFAULT_PAGE_VERSIONS, versionsQuery, versionsRequest } from '@skillstream/contracts';
import { jsonBody, type Handlers, type Capacity } from '@skillstream/http';
import type { JobReader } from '../store/job-reader.ts';
import type { VersionReader } from '../store/version-reader.ts';
import { idBounds } from './limits.ts';

/**
 * Pages through all postings by id, or looks some up: id, version, whether it is retracted, whether it is pending. The
 * gateway compares them with what analytics counts. With a page come the jobs named after its postings, checked.
 */
export const postingVersionHandlers = (versions: VersionReader, checkJobs: JobReader, bodies: Capacity) =>
  ({
    listVersions: async (req, res) => {
      const { after, limit = DEFAULT_PAGE_VERSIONS } = versionsQuery.parse(req.query);
      const page = await versions.page(after, limit);
      // Also where there are none: without, whoever looks again takes it for a release that does not check them.
      res.json({ ...page, jobs: await checkJobs(after ?? null, page.next) });
    },
    findVersions: [
      jsonBody(idBounds(2 * MOST_VERSIONS), bodies),
      async (req, res) => {
        const rows = await versions.of(versionsRequest.parse(req.body).postingIds);
        res.json({ rows, next: null });
      },
    ],
  }) satisfies Partial<Handlers<'ingestion'>>;
