import { MOST_VERSIONS, USUAL_VERSIONS, versionsQuery, versionsRequest } from '@skillstream/contracts';
import { jsonBody, type Handlers, type Places } from '@skillstream/runtime';
import type { VersionReader } from '../store/version-reader.ts';

/** Two pages of ids, and some room for what the schema refuses by name. */
const BOUNDS = { bytes: 2 * 1024 * 1024, levels: 4, values: 2 * MOST_VERSIONS + 100 };

/**
 * Pages through all postings by their ids, and looks some up: id, version, whether it is retracted, whether it waits.
 * The gateway compares them with what analytics counts.
 */
export const versionHandlers = (versions: VersionReader, bodies: Places) =>
  ({
    listVersions: async (req, res) => {
      const { after, limit = USUAL_VERSIONS } = versionsQuery.parse(req.query);
      res.json(await versions.page(after, limit));
    },
    findVersions: [
      jsonBody(BOUNDS, bodies),
      async (req, res) => {
        const rows = await versions.of(versionsRequest.parse(req.body).postingIds);
        res.json({ rows, next: null });
      },
    ],
  }) satisfies Partial<Handlers<'ingestion'>>;
