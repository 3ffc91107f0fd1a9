import { textOfPipelineEvent } from '@skillstream/contracts/pipeline-text';
import { AsOf } from './as-of.tsx';
import type { Happened } from './replay/recording.ts';
import { timeOfDay } from '../format/times.ts';

export type TimelineProps = { events: readonly Happened[]; /** Said where there is none. */ none: string };

/** What the guards did, the newest first. */
export const Timeline = ({ events, none }: TimelineProps) => (
  <section className="panel" aria-label="Timeline">
    <h2>What the guards did</h2>
    <AsOf />
    {events.length === 0 ? (
      <p className="caption">{none}</p>
    ) : (
      <ol className="timeline" tabIndex={0} aria-label="What the guards did, the newest first">
        {events.map(({ event }) => (
          <li key={event.id}>
            <time dateTime={event.at}>{timeOfDay(event.at)}</time>{' '}
            <span className="name">
              {event.service}/{event.replica}
            </span>{' '}
            {textOfPipelineEvent(event)}
          </li>
        ))}
      </ol>
    )}
  </section>
);
