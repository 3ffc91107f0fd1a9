import type { PipelineConsumer, PipelineService, PipelineTopic } from '@skillstream/contracts';
import { count } from '../../format/numbers.ts';
import { Facts } from '../amounts.tsx';
import { lettersOf, type Letters } from '../letters-of.ts';
import { duration, perSecond } from '../rates.ts';
import { Lane } from './lane.tsx';
import type { Place } from './dots.ts';

/** Which replica reads each partition, by its letter. */
const Owners = ({ consumer, letters }: { consumer: PipelineConsumer; letters: Letters }) => (
  <ol className="owners" aria-label={`Partitions by the replica that reads them, of ${consumer.group}`}>
    {consumer.partitions.map(({ partition, owner, lag }) => (
      <li
        key={partition}
        className={owner === null ? 'letter nobody' : 'letter'}
        title={`Partition ${partition}: ${owner ?? 'nobody'}, ${count(lag)} behind`}
      >
        {owner === null ? <span aria-label="nobody">✕</span> : (letters.get(owner) ?? '?')}
      </li>
    ))}
  </ol>
);

export type TopicBoxProps = {
  place: Place;
  topics: readonly PipelineTopic[];
  /** Who reads them. */
  reader: PipelineService | undefined;
};

/** The topics before a service: how far each of its groups is behind, in records and in seconds. */
export const TopicBox = ({ place, topics, reader }: TopicBoxProps) => {
  const letters: Letters = reader ? lettersOf(reader) : new Map();
  return (
    <section className="box topic" aria-label={`Topic before ${reader?.service ?? place}`}>
      <Lane place={place} />
      {topics.length === 0 && <p className="no-data">no data</p>}
      {topics.map(({ topic, consumers }) => (
        <div key={topic}>
          <h2>{topic}</h2>
          {consumers.map((consumer) => (
            <div key={consumer.group} className="consumer">
              <h3>{consumer.group}</h3>
              <Facts
                facts={[
                  ['read', perSecond(consumer.recordsPerSecond)],
                  ['lag', `${count(consumer.lag)} records`],
                  ['oldest', duration(consumer.oldestSeconds)],
                ]}
              />
              <Owners consumer={consumer} letters={letters} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
};
