import { UNDECODABLE_SOURCE, type AnalyticsRow } from '@skillstream/contracts';
import type { LedgerEnd } from '@skillstream/runtime';

/**
 * Analytics' end of the ledger: its row, added up over all sources. Records that cannot be decoded are left out, since
 * they were never accepted as postings.
 */
export const ledgerEndOf = ({ sources, dead = [] }: AnalyticsRow): LedgerEnd => {
  const rows = Object.entries(sources).flatMap(([source, row]) =>
    source === UNDECODABLE_SOURCE ? [] : [row],
  );
  const sum = (field: keyof AnalyticsRow['sources'][string]) =>
    rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  return {
    postings: {
      counted: sum('counted'),
      'dead-lettered': sum('deadLettered'),
      'dead-retractions': sum('deadRetractions'),
      'dead-unknown': dead.length,
    },
    versions: sum('versions'),
  };
};
