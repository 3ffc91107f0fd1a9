import { useQuery } from '@tanstack/react-query';
import { pipelineQuery } from '../api/pipeline.ts';
import { useMay } from '../sign-in/use-may.ts';
import { countingText, linkingText } from './counting-text.ts';

/**
 * Says that postings are still being counted, as in the first minute after the sample is loaded, and that it is over
 * by going away; and that jobs are not final while postings wait to be linked. Where the ledger may not be read
 * nothing is said: it takes a scope of operators.
 */
export const StillCounting = () => {
  const enabled = useMay('ops:read');
  const { data, error } = useQuery({ ...pipelineQuery, enabled });
  const ledger = enabled && !error ? (data?.data.ledger ?? null) : null;
  const text = ledger && countingText(ledger);
  const linking = ledger && linkingText(ledger);
  return (
    <>
      {/* Read out once, without the figures that change each time. */}
      <p className="aside-text" role="status">
        {text && 'Postings are still being counted.'}
      </p>
      {text && (
        <p className="stale counting">
          <span aria-hidden="true">Still counting: </span>
          {text}
        </p>
      )}
      {linking && <p className="stale linking">{linking}</p>}
    </>
  );
};
