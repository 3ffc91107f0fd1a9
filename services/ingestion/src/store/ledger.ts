import type { IngestionRow } from '@skillstream/contracts';
import type { Documents } from './documents.ts';
import { engineCall } from './engine-call.ts';

type Source = IngestionRow['sources'][string];
type Counts = Required<Omit<Source, 'expired'>> & Pick<Source, 'expired'>;
type Row<Key> = { _id: Key; count: number };
type State = { source: string; retracted: boolean; version: number };

/** Longer than a million postings take; a count that hangs releases its connection. */
const MOST_MS = 10_000;

const BY_STATE = {
  _id: { source: '$source', retracted: '$retracted', version: '$version' },
  count: { $sum: 1 },
};

const countByState = ({ postings, byState: hint }: Documents): Promise<Row<State>[]> =>
  postings()
    .aggregate<Row<State>>([{ $group: BY_STATE }], { hint, maxTimeMS: MOST_MS })
    .toArray();

const countExpired = ({ postings, expired, byExpired: hint }: Documents): Promise<Row<string>[]> =>
  postings()
    .aggregate<Row<string>>([{ $match: expired }, { $group: { _id: '$source', count: { $sum: 1 } } }], {
      hint,
      maxTimeMS: MOST_MS,
    })
    .toArray();

/** All sources that have postings, live or retracted, as the ledger finds them. Throws `unavailable`. */
export const createReadSources = (documents: Documents) => (): Promise<string[]> =>
  // Of the ledger's index it reads one entry a source: a new one does not wait until all postings are counted.
  engineCall('Cannot look for sources', () =>
    documents.postings().distinct('source', {}, { maxTimeMS: MOST_MS }),
  );

/**
 * Ingestion's row of the ledger: every stored posting, retracted ones apart, counted by indexes alone (ADR 0026);
 * `expired` says how many of the others have no text any more.
 * Pending postings are counted last: whatever arrives in between is pending then, or published, and looked for
 * downstream. Throws `unavailable`.
 */
export const createReadLedger = (documents: Documents) => (): Promise<IngestionRow> =>
  engineCall('Cannot count postings', async () => {
    const { pendingByState, pending } = documents;
    const states = await countByState(documents);
    const expired = await countExpired(documents);
    const waiting = await documents
      .postings()
      .aggregate<Row<Omit<State, 'version'>>>(
        [
          { $match: pending },
          { $group: { _id: { source: '$source', retracted: '$retracted' }, count: { $sum: 1 } } },
        ],
        { hint: pendingByState, maxTimeMS: MOST_MS },
      )
      .toArray();

    // A source may be called "constructor", which every object has.
    const sources = new Map<string, Counts>();
    const of = (source: string): Counts => {
      const known = sources.get(source) ?? { accepted: 0, pending: 0, versions: 0, retracted: 0 };
      sources.set(source, known);
      return known;
    };
    for (const { _id, count } of states) {
      const counts = of(_id.source);
      counts.accepted += count;
      if (_id.retracted) counts.retracted += count;
      else counts.versions += count * _id.version;
    }
    for (const { _id, count } of expired) of(_id).expired = count;
    for (const { _id, count } of waiting) {
      const counts = of(_id.source);
      counts.pending += count;
      // A pending posting is only pending, or it would be counted twice.
      if (_id.retracted) counts.retracted = Math.max(0, counts.retracted - count);
    }
    return { sources: Object.fromEntries(sources) };
  });
