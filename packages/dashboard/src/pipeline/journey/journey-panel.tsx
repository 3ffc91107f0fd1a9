import { useQuery } from '@tanstack/react-query';
import type { Journey, JourneyStep } from '@skillstream/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { journeyQuery } from '../../api/journey.ts';
import { heldToken, onReader } from '../../api/token.ts';
import { QueryState } from '../../figures/query-state.tsx';
import { AwayParts } from '../../journey/away-parts.tsx';
import { JobLine } from '../../journey/job-line.tsx';
import { journeyRows, journeyText, type JourneyRow } from '../../journey/journey-rows.ts';
import { mayHaveScope } from '../../sign-in/may-have-scope.ts';
import { Retract } from '../../try/retract.tsx';
import { Amount, Wrong } from '../amounts.tsx';
import { millisecondsText } from '../../format/durations.ts';
import { barsOf, type Bar } from './bars-of.ts';
import { JOURNEY_HEADING } from './journey-focus.ts';
import { exactTimeOfDay } from '../../format/times.ts';
import { ColumnHeads } from '../../figures/column-heads.tsx';

const WaitBar = ({ bar }: { bar: Bar | null }) => (
  <svg className="wait" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect className="ground" width="100" height="10" />
    {bar && (
      <rect
        className="length"
        x={bar.start * 99}
        width={Math.max(1, (bar.end - bar.start) * 99)}
        height="10"
      />
    )}
  </svg>
);

type StepProps = { step: JourneyStep; row: JourneyRow; bar: Bar | null };

const Step = ({ step, row, bar }: StepProps) => (
  <tr className={step.state}>
    <th scope="row">{step.step === 'dead' ? <Wrong>{row.step}</Wrong> : row.step}</th>
    <td>{row.at === null ? row.state : exactTimeOfDay(row.at)}</td>
    <td>
      {row.after !== '' && (
        <>
          <Amount text={millisecondsText(step.waitedMs)} /> after {row.after}
        </>
      )}
    </td>
    <td>
      <WaitBar bar={bar} />
    </td>
    <td className="name">{step.replica ? `${step.service}/${step.replica}` : step.service}</td>
    <td className="name">{row.record}</td>
    <td>{row.remark}</td>
  </tr>
);

const Steps = ({ journey }: { journey: Journey }) => {
  const [rows, bars] = [journeyRows(journey), barsOf(journey.steps)];
  return (
    <div className="table" tabIndex={0} role="region" aria-label="Steps of the journey">
      <table>
        <ColumnHeads names={['Step', 'When', 'Waited', 'As a part of all', 'Where', 'Record', 'More']} />
        <tbody>
          {journey.steps.map((step, index) => (
            <Step key={step.step} step={step} row={rows[index]!} bar={bars[index]!} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

export type JourneyPanelProps = {
  postingId: string;
  /** Called once its heading is there. */
  onShown: (postingId: string) => void;
  onClose: () => void;
};

/** The journey of a posting, step by step, with the waits between. */
export const JourneyPanel = ({ postingId, onShown, onClose }: JourneyPanelProps) => {
  const query = useQuery(journeyQuery(postingId));
  const token = useSyncExternalStore(onReader, heldToken);
  const mayRetract = mayHaveScope(token, 'postings:retract');
  useEffect(() => onShown(postingId), [postingId, onShown]);
  return (
    <section className="panel journey" aria-label="Journey">
      <h2 id={JOURNEY_HEADING} tabIndex={-1}>
        Journey of <span className="name">{postingId}</span>
      </h2>
      <QueryState query={query} title="the journey">
        {({ data }) => (
          <>
            <p>
              Version {data.version}
              {data.source !== null && `, from ${data.source}`}. {journeyText(data)}
              {data.expiredAt !== undefined &&
                ` Its text expired on ${data.expiredAt.slice(0, 10)} and is gone; it goes on counting.`}
              {data.traceId !== null && (
                <>
                  {' '}
                  Its trace is <span className="name">{data.traceId}</span>.
                </>
              )}
            </p>
            <JobLine id={postingId} />
            <AwayParts away={data.away} />
            <Steps journey={data} />
            {mayRetract && <Retract key={postingId} id={postingId} retracted={data.retracted} />}
          </>
        )}
      </QueryState>
      <button type="button" onClick={onClose}>
        Close the journey
      </button>
    </section>
  );
};
