import type { PipelineConsumer, PipelineTopic } from '@skillstream/contracts';
import { memo } from 'react';
import { count } from '../format/numbers.ts';
import { Amount, Wrong } from './amounts.tsx';
import { duration } from './rates.ts';

/** More rows are not read by anybody, and each is drawn once a second. */
const MOST_ROWS = 100;

const ConsumerTable = ({ topic, consumer }: { topic: string; consumer: PipelineConsumer }) => (
  <table>
    <caption>
      {topic} read by {consumer.group}
    </caption>
    <thead>
      <tr>
        {['Partition', 'Read by', 'Next', 'End', 'Lag', 'Oldest'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {consumer.partitions.slice(0, MOST_ROWS).map((one) => (
        <tr key={one.partition}>
          <td>{one.partition}</td>
          <td>{one.owner ?? <Wrong>nobody; figures {duration(one.ageSeconds)} old</Wrong>}</td>
          <td>{count(one.position)}</td>
          <td>{count(one.end)}</td>
          <td>{count(one.lag)}</td>
          <td>
            <Amount text={duration(one.oldestSeconds)} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Every partition: who reads it, how far, and how much it is behind. Drawn once for each snapshot. */
export const PartitionsTable = memo(({ topics }: { topics: readonly PipelineTopic[] }) => (
  <section className="panel" aria-label="Partitions">
    <h2>Partitions</h2>
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
