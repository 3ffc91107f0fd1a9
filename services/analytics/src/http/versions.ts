import { jsonBody, type Handlers, type Bulkhead } from '@skillstream/http';
import { comparisonRequest, MOST_VERSIONS } from '@skillstream/contracts';
import type { Comparison } from '../reconciliation/versions/create-comparison.ts';

/** Of a row four fields are read; a later version of ingestion may say more. */
const VALUES_OF_A_ROW = 8;
/** Two pages of rows, and as many ids. */
const BOUNDS = { bytes: 4 * 1024 * 1024, levels: 8, values: 2 * MOST_VERSIONS * (VALUES_OF_A_ROW + 1) };

/** A page of ingestion's postings against the facts. */
export const versionHandlers = (compare: Comparison, bodies: Bulkhead) =>
  ({
    compareVersions: [
      jsonBody(BOUNDS, bodies),
      async (req, res) => {
        res.json(await compare(comparisonRequest.parse(req.body)));
      },
    ],
  }) satisfies Partial<Handlers<'analytics'>>;
