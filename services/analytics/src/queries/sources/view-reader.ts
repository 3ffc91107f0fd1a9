import type { BothCounts } from '@skillstream/contracts';
import { bothOf } from '../both-counts.ts';
import type { Found } from '../found.ts';
import { byName } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';
import { duplicatesField, LEDGER_KEY, ledgerFields } from '../../projections/views/names.ts';

/** Live postings and jobs by source; a source without any posting is left out. */
export type SourceCounts = Map<string, BothCounts>;

const prefix = ledgerFields('').postings;

const countsIn = (ledger: ReadonlyMap<string, number>): SourceCounts =>
  new Map(
    [...ledger]
      .filter(([field, n]) => field.startsWith(prefix) && n > 0)
      .map(([field, n]) => [field.slice(prefix.length), bothOf(n, ledger.get(duplicatesField(field)) ?? 0)]),
  );

/** Reads the live postings of each source from the view of the ledger; null while the views are being built. */
export const createSourceViewReader =
  ({ read }: Pick<ViewSnapshots, 'read'>) =>
  (): Promise<Found<SourceCounts> | null> =>
    read(
      byName(() => [LEDGER_KEY]),
      (views) => countsIn(views.get(LEDGER_KEY) ?? new Map()),
      'sources',
    );
