import { comparisonRequest, MOST_VERSIONS } from '@skillstream/contracts';
import { jsonBody, type Handlers, type Capacity } from '@skillstream/http';
import type { Comparison } from '../reconciliation/comparison/create-comparison.ts';

/** Only these fields of a row are read; a later version of ingestion may send more. */
const VALUES_OF_A_ROW = 8;
/** Room for two pages of rows and as many ids. */
const BOUNDS = { bytes: 4 * 1024 * 1024, levels: 8, values: 2 * MOST_VERSIONS * (VALUES_OF_A_ROW + 1) };

/** Handler that compares a page of ingestion's postings with the facts. */
export const comparisonHandlers = (compare: Comparison, bodies: Capacity) =>
  ({
    compareVersions: [
      jsonBody(BOUNDS, bodies),
      async (req, res) => {
        res.json(await compare(comparisonRequest.parse(req.body)));
      },
    ],
  }) satisfies Partial<Handlers<'analytics'>>;
