import { useQuery } from '@tanstack/react-query';
import type { Journey, JourneyStep } from '@skillstream/contracts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { journeyQuery } from '../../api/journey.ts';
import { heldToken, onReader } from '../../api/token.ts';
import { QueryState } from '../../figures/query-state.tsx';
import { mayHaveScope } from '../../sign-in/may-have-scope.ts';
import { Retract } from '../../try/retract.tsx';
import { Amount, Wrong } from '../amounts.tsx';
import { millisecondsText } from '../../format/durations.ts';
import { barsOf, type Bar } from './bars-of.ts';
import { timeOfDay } from '../../format/times.ts';
import { ColumnHeads } from '../../figures/column-heads.tsx';

const names: Partial<Record<JourneyStep['step'], string>> = {
  'counted-in-views': 'counted in views',
  'counted-in-facts': 'counted in facts',
  requeued: 'to be published again',
  dead: 'dead letter',
};
const outcomes: Record<Journey['outcome'], string> = {
  counted: 'counted in views and facts',
  waiting: 'on its way',
  dead: 'a dead letter: it goes no further',
  unknown: 'not known: who knows it is away',
};

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

const Step = ({ step, bar }: { step: JourneyStep; bar: Bar | null }) => (
  <tr className={step.state}>
    <th scope="row">
      {step.step === 'dead' ? <Wrong>{names.dead}</Wrong> : (names[step.step] ?? step.step)}
    </th>
    <td>{step.state === 'reached' ? (step.at ? timeOfDay(step.at) : 'reached') : step.state}</td>
    <td>
      {step.state === 'reached' && step.after !== null && (
        <>
          <Amount text={millisecondsText(step.waitedMs)} /> after {names[step.after] ?? step.after}
        </>
      )}
    </td>
    <td>
      <WaitBar bar={bar} />
    </td>
    <td className="name">{step.replica ? `${step.service}/${step.replica}` : step.service}</td>
    <td className="name">
      {step.topic !== null && `${step.topic}/${step.partition ?? '?'}`}
      {step.offset !== null && ` offset ${step.offset}`}
    </td>
    <td>{step.detail}</td>
  </tr>
);

const Steps = ({ steps }: { steps: readonly JourneyStep[] }) => {
  const bars = barsOf(steps);
  return (
    <div className="table" tabIndex={0} role="region" aria-label="Steps of the journey">
      <table>
        <ColumnHeads names={['Step', 'When', 'Waited', 'As a part of all', 'Where', 'Record', 'More']} />
        <tbody>
          {steps.map((step, index) => (
            <Step key={step.step} step={step} bar={bars[index]!} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The journey of a posting, step by step, with the waits between. */
export const JourneyPanel = ({ postingId, onClose }: { postingId: string; onClose: () => void }) => {
  const query = useQuery(journeyQuery(postingId));
  const token = useSyncExternalStore(onReader, heldToken);
  const mayRetract = mayHaveScope(token, 'postings:retract');
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever chose it by the keyboard or hears the page is led to it.
  useEffect(() => heading.current?.focus(), [postingId]);
  return (
    <section className="panel journey" aria-label="Journey">
      <h2 ref={heading} tabIndex={-1}>
        Journey of <span className="name">{postingId}</span>
      </h2>
      <QueryState query={query} title="the journey">
        {({ data }) => (
          <>
            <p>
              Version {data.version}
              {data.retracted && ', retracted'}
              {data.source !== null && `, from ${data.source}`}: {outcomes[data.outcome]}.
              {data.traceId !== null && (
                <>
                  {' '}
                  Its trace is <span className="name">{data.traceId}</span>.
                </>
              )}
            </p>
            <Steps steps={data.steps} />
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
