import type { PipelineConsumer, PipelinePartition, PipelineTopic } from '@skillstream/contracts';
import { memo } from 'react';
import { count } from '../format/numbers.ts';
import { Amount, Wrong } from './amounts.tsx';
import { AsOf } from './as-of.tsx';
import { isOld } from './is-old.ts';
import { secondsText } from '../format/durations.ts';
import { NO_DATA } from '../format/no-data.ts';
import { ColumnHeads } from '../figures/column-heads.tsx';

/** More rows are not read by anybody, and each is drawn once a second. */
const MOST_ROWS = 100;

const Reader = ({ one: { owner, ageSeconds } }: { one: PipelinePartition }) =>
  owner === null ? (
    <Wrong>nobody; figures {secondsText(ageSeconds)} old</Wrong>
  ) : (
    <>
      {owner}; <span className="no-data">figures {secondsText(ageSeconds)} old</span>
    </>
  );

/** A partition; of one whose figures are old, what they were, and no lag. */
const Row = ({ one }: { one: PipelinePartition }) => {
  const old = isOld(one);
  const was = (value: number) => (old ? <span className="no-data">was {count(value)}</span> : count(value));
  return (
    <tr>
      <td>{one.partition}</td>
      <td>{old ? <Reader one={one} /> : one.owner}</td>
      <td>{was(one.position)}</td>
      <td>{was(one.end)}</td>
      <td>
        <Amount text={old ? NO_DATA : count(one.lag)} />
      </td>
      <td>
        <Amount text={old ? NO_DATA : secondsText(one.oldestSeconds)} />
      </td>
    </tr>
  );
};

const ConsumerTable = ({ topic, consumer }: { topic: string; consumer: PipelineConsumer }) => (
  <table>
    <caption>
      {topic} read by {consumer.group}
    </caption>
    <ColumnHeads names={['Partition', 'Read by', 'Next', 'End', 'Lag', 'Oldest']} />
    <tbody>
      {consumer.partitions.slice(0, MOST_ROWS).map((one) => (
        <Row key={one.partition} one={one} />
      ))}
    </tbody>
  </table>
);

/** Every partition: who reads it, how far, and how much it is behind. Drawn once for each snapshot. */
export const PartitionsTable = memo(({ topics }: { topics: readonly PipelineTopic[] }) => (
  <section className="panel" aria-label="Partitions">
    <h2>Partitions</h2>
    <AsOf />
    {topics.length === 0 && <p className="no-data">no data: no replica reads a partition now</p>}
    <div className="tables">
      {topics.flatMap(({ topic, consumers }) =>
        consumers.map((consumer) => (
          <div
            key={`${topic} ${consumer.group}`}
            className="table"
            tabIndex={0}
            role="region"
            aria-label={`Table: partitions of ${topic} read by ${consumer.group}`}
          >
            <ConsumerTable topic={topic} consumer={consumer} />
            {consumer.partitions.length > MOST_ROWS && (
              <p className="caption">
                {count(consumer.partitions.length - MOST_ROWS)} more are in{' '}
                <a href="/v1/pipeline">/v1/pipeline</a>.
              </p>
            )}
          </div>
        )),
      )}
    </div>
  </section>
));
