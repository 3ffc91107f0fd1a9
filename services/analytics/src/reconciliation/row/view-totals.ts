import { ledgerFields, LEDGER_KEY } from '../../projections/views/names.ts';
import type { SourceTotals } from './analytics-row.ts';
import type { RedisViewStore } from '../../stores/redis/redis-view-store.ts';

const prefix = ledgerFields('').postings;

/** Reads live postings and their versions by source from the views: one small hash for each partition. */
export const totalsFromViews = async (
  views: RedisViewStore,
  partitions: number,
): Promise<Map<string, SourceTotals>> => {
  const totals = new Map<string, SourceTotals>();
  const all = Array.from({ length: partitions }, (_, partition) => views.views(partition, [LEDGER_KEY]));
  for (const current of await Promise.all(all)) {
    const [fields] = current.views;
    for (const [field, n] of fields!) {
      if (!field.startsWith(prefix)) continue;
      const source = field.slice(prefix.length);
      const sum = totals.get(source) ?? { counted: 0, versions: 0 };
      sum.counted += Number(n);
      sum.versions += Number(fields!.get(ledgerFields(source).versions) ?? 0);
      totals.set(source, sum);
    }
  }
  return totals;
};
