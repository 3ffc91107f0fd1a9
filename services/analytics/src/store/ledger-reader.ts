import { ledgerFields, LEDGER_KEY } from '../views/names.ts';
import type { HeldVersion, SourceTotals } from '../ledger/analytics-line.ts';
import type { MongoFactStore } from './mongo-fact-store.ts';
import type { RedisViewStore } from './redis-view-store.ts';

const prefix = ledgerFields('').postings;

/** Live postings and their versions by source, as the views hold them. */
export const totalsFromViews = async (
  views: RedisViewStore,
  partitions: number,
): Promise<Map<string, SourceTotals>> => {
  const totals = new Map<string, SourceTotals>();
  for (let partition = 0; partition < partitions; partition += 1) {
    const [fields] = (await views.views(partition, [LEDGER_KEY])).views;
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

/** The same from the facts, for when the views are being built. */
export const totalsFromFacts = async (facts: MongoFactStore): Promise<Map<string, SourceTotals>> => {
  const rows = await facts
    .facts()
    .aggregate<{ _id: string; counted: number; versions: number }>([
      { $match: { retracted: false } },
      { $group: { _id: '$source', counted: { $sum: 1 }, versions: { $sum: '$version' } } },
    ])
    .toArray();
  return new Map(rows.map(({ _id, counted, versions }) => [_id, { counted, versions }]));
};

/** At which version the facts hold these postings. */
export const versionsOf = async (
  facts: MongoFactStore,
  postingIds: string[],
): Promise<Map<string, HeldVersion>> => {
  if (postingIds.length === 0) return new Map();
  const found = await facts
    .facts()
    .find({ _id: { $in: postingIds } }, { projection: { version: 1, retracted: 1 } })
    .toArray();
  return new Map(found.map(({ _id, version, retracted }) => [_id, { version, retracted }]));
};
