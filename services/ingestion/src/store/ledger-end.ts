import type { IngestionRow } from '@skillstream/contracts';
import type { LedgerEnd } from '@skillstream/runtime';

/** Ingestion's end of the ledger: its row, added up over all sources. */
export const ledgerEndOf = ({ sources }: IngestionRow): LedgerEnd => {
  const rows = Object.values(sources);
  const sum = (field: keyof IngestionRow['sources'][string]) =>
    rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  return {
    postings: { accepted: sum('accepted'), pending: sum('pending'), retracted: sum('retracted') },
    versions: sum('versions'),
  };
};
