import type { ConsumerStatus, ReplicaReport } from '@skillstream/contracts';
import { createBodyCapacity, operationRouter } from '@skillstream/http';
import type { ReadTrail } from '../journey/read-trail.ts';
import type { Queries } from '../queries/create-queries.ts';
import type { Reconciliation } from '../reconciliation/create-reconciliation.ts';
import { demandHandlers } from './demand.ts';
import { internalHandlers } from './internal.ts';
import { postingHandlers } from './postings.ts';
import { reportHandlers } from './reports.ts';
import { trailHandlers } from './trail.ts';
import { verifyHandlers } from './verify.ts';
import { comparisonHandlers } from './comparison.ts';

type RoutesDeps = {
  queries: Queries;
  reconciliation: Reconciliation;
  readTrail: ReadTrail;
  consumers: () => ConsumerStatus[];
  /** How this replica is, and what it narrated last. */
  report: () => ReplicaReport;
};

/** A handler for each of this service's operations. */
export const createRoutes = ({ queries, reconciliation, readTrail, consumers, report }: RoutesDeps) => [
  operationRouter('analytics', {
    ...demandHandlers(queries),
    ...postingHandlers(queries),
    ...reportHandlers(queries.reports),
    ...verifyHandlers(reconciliation.verifications),
    ...comparisonHandlers(reconciliation.compareVersions, createBodyCapacity()),
    ...trailHandlers(readTrail),
    ...internalHandlers({
      ledgerRow: reconciliation.row,
      ...{ consumers, report },
      viewVersion: queries.viewVersion,
      isCounted: queries.isCounted,
    }),
  }),
];
