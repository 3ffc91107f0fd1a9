import type { PipelineState } from '@skillstream/contracts';
import { count } from '../format/numbers.ts';
import { DescriptionList, Wrong } from './amounts.tsx';
import { AsOf } from './as-of.tsx';
import { inFlightOf } from './in-flight-of.ts';
import { secondsText } from '../format/durations.ts';

const statusOf = ({ idle, balanced, away = [] }: NonNullable<PipelineState['ledger']>) => {
  if (away.length > 0) return <Wrong>not complete: {away.map(({ part }) => part).join(', ')} is away</Wrong>;
  if (!idle) return 'moving: postings are on their way';
  return balanced ? 'balanced: nothing is missing' : <Wrong>not balanced, and nothing is on its way</Wrong>;
};

const Totals = ({ total }: { total: NonNullable<PipelineState['ledger']>['total'] }) => (
  <DescriptionList
    entries={[
      ['accepted', count(total.accepted)],
      ['pending', count(total.pending)],
      ['in flight', count(inFlightOf(total))],
      ['counted', count(total.counted)],
      ['retracted', count(total.retracted ?? 0)],
      ['dead letters', total.deadLettered > 0 ? <Wrong>{count(total.deadLettered)}</Wrong> : '0'],
      ['missing', total.missing ? <Wrong>{count(total.missing)}</Wrong> : '0'],
      ...(total.expired ? [['of all: expired, counted without text', count(total.expired)] as const] : []),
    ]}
  />
);

export type LedgerPanelProps = {
  ledger: PipelineState['ledger'];
  /** The last one that was read, and how long ago. */
  last: { ledger: PipelineState['ledger']; ageMs: number } | null;
};

/** The totals of the ledger: all that was accepted is somewhere. Where it cannot be read, the last ones, as stale. */
export const LedgerPanel = ({ ledger, last }: LedgerPanelProps) => (
  <section className="panel" aria-label="Ledger">
    <h2>Ledger</h2>
    <AsOf />
    {ledger && (
      <>
        <p>{statusOf(ledger)}</p>
        <Totals total={ledger.total} />
        {!ledger.idle && (
          <p className="caption">
            While postings move, “accepted” and “pending” may be five seconds older than the rest, and the sum
            is off by what came since; at rest it holds.
          </p>
        )}
      </>
    )}
    {!ledger && last?.ledger && (
      <>
        <p className="stale">
          Stale: it cannot be read now, and is as it was {secondsText(Math.round(last.ageMs / 1000))} ago.
        </p>
        <Totals total={last.ledger.total} />
      </>
    )}
    {!ledger && !last?.ledger && <p className="no-data">no data: the ledger cannot be read now</p>}
  </section>
);
