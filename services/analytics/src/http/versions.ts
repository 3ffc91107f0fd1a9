import { comparisonRequest } from '@skillstream/contracts';
import { jsonBody, type Handlers } from '@skillstream/runtime';
import type { Comparison } from '../reconciliation/create-comparison.ts';

/** A page of ingestion's postings against the facts. */
export const versionHandlers = (compare: Comparison) =>
  ({
    compareVersions: [
      jsonBody('4mb'),
      async (req, res) => {
        res.json(await compare(comparisonRequest.parse(req.body)));
      },
    ],
  }) satisfies Partial<Handlers<'analytics'>>;
