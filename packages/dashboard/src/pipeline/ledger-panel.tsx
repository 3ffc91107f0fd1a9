import type { PipelineState } from '@skillstream/contracts';
import { count } from '../format/numbers.ts';
import { Facts, Wrong } from './amounts.tsx';

const statusOf = ({ idle, balanced, away = [] }: NonNullable<PipelineState['ledger']>) => {
  if (away.length > 0) return <Wrong>not complete: {away.map(({ part }) => part).join(', ')} is away</Wrong>;
  if (!idle) return 'moving: postings are on their way';
  return balanced ? 'balanced: nothing is missing' : <Wrong>not balanced, and nothing is on its way</Wrong>;
};

/** The totals of the ledger: all that was accepted is somewhere. */
export const LedgerPanel = ({ ledger }: { ledger: PipelineState['ledger'] }) => {
  const total = ledger?.total;
  return (
    <section className="panel" aria-label="Ledger">
      <h2>Ledger</h2>
      {ledger && total ? (
        <>
          <p>{statusOf(ledger)}</p>
          <Facts
            facts={[
              ['accepted', count(total.accepted)],
              ['pending', count(total.pending)],
              ['in flight', count(total.inFlight)],
              ['counted', count(total.counted)],
              ['retracted', count(total.retracted ?? 0)],
              ['dead letters', total.deadLettered > 0 ? <Wrong>{count(total.deadLettered)}</Wrong> : '0'],
              ['missing', total.missing ? <Wrong>{count(total.missing)}</Wrong> : '0'],
            ]}
          />
        </>
      ) : (
        <p className="no-data">no data: the ledger cannot be read now</p>
      )}
    </section>
  );
};
