import type { PipelineTopic } from '@skillstream/contracts';
import { memo } from 'react';
import { count } from '../format/numbers.ts';
import { Amount, Wrong } from './amounts.tsx';
import { duration } from './rates.ts';

const rowsOf = (topics: readonly PipelineTopic[]) =>
  topics.flatMap(({ topic, consumers }) =>
    consumers.flatMap(({ group, partitions }) => partitions.map((one) => ({ topic, group, ...one }))),
  );

/** More rows are not read by anybody, and each is drawn once a second. */
const MOST_ROWS = 300;

/** Every partition: who reads it, how far, and how much it is behind. Drawn once for each snapshot. */
export const PartitionsTable = memo(({ topics }: { topics: readonly PipelineTopic[] }) => {
  const rows = rowsOf(topics);
  return (
    <section className="panel" aria-label="Partitions">
      <h2>Partitions</h2>
      <div className="table" tabIndex={0} role="region" aria-label="Table: partitions">
        <table>
          <thead>
            <tr>
              {['Topic', 'Group', 'Partition', 'Read by', 'Next', 'End', 'Lag', 'Oldest'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ topic, group, ...one }) => (
              <tr key={`${topic}/${one.partition}/${group}`}>
                <td>{topic}</td>
                <td>{group}</td>
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
      </div>
      {rows.length > MOST_ROWS && (
        <p className="caption">
          {count(rows.length - MOST_ROWS)} more are in <a href="/v1/pipeline">/v1/pipeline</a>.
        </p>
      )}
    </section>
  );
});
