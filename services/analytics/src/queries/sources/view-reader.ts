import type { Found } from '../found.ts';
import { byName } from '../merge-views.ts';
import type { ViewSnapshots } from '../view-snapshots.ts';
import { LEDGER_KEY, ledgerFields } from '../../projections/views/names.ts';

/** Live postings by source; a source without any is left out. */
export type SourceCounts = Map<string, number>;

const prefix = ledgerFields('').postings;

/** Reads the live postings of each source from the view of the ledger; null while the views are being built. */
export const createSourceViewReader =
  ({ read }: Pick<ViewSnapshots, 'read'>) =>
  (): Promise<Found<SourceCounts> | null> =>
    read(
      byName(() => [LEDGER_KEY]),
      (views) =>
        new Map(
          [...(views.get(LEDGER_KEY) ?? [])]
            .filter(([field, n]) => field.startsWith(prefix) && n > 0)
            .map(([field, n]) => [field.slice(prefix.length), n]),
        ),
      'sources',
    );
