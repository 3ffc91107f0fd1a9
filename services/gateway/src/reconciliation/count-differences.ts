import { versionDifference, type ReconciliationPage } from '@skillstream/contracts';
import type { Metrics } from '@skillstream/runtime';

/**
 * Counts the differences on pages of reconciliations, by kind. Those of a page that is not settled may still arrive,
 * and are no differences yet.
 */
export const createCountDifferences = (metrics: Metrics) => {
  const found = metrics.counter('differences_found_total');
  // A series that begins with its first difference would not have increased.
  for (const kind of versionDifference.shape.kind.options) found.inc({ kind }, 0);
  found.inc({ kind: 'job' }, 0);
  return ({ differences, settled, jobs }: ReconciliationPage): void => {
    found.inc({ kind: 'job' }, jobs?.differences.length ?? 0);
    if (settled) for (const { kind } of differences) found.inc({ kind });
  };
};
