import type { PipelineTopic } from '@skillstream/contracts';
import { count } from '../format/numbers.ts';
import { Amount, Wrong } from './amounts.tsx';
import { duration } from './rates.ts';

/** Every partition: who reads it, how far, and how much it is behind. */
export const PartitionsTable = ({ topics }: { topics: readonly PipelineTopic[] }) => (
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
          {topics.flatMap(({ topic, consumers }) =>
            consumers.flatMap(({ group, partitions }) =>
              partitions.map(({ partition, owner, position, end, lag, oldestSeconds, ageSeconds }) => (
                <tr key={`${topic}/${partition}/${group}`}>
                  <td>{topic}</td>
                  <td>{group}</td>
                  <td>{partition}</td>
                  <td>{owner ?? <Wrong>nobody; figures {duration(ageSeconds)} old</Wrong>}</td>
                  <td>{count(position)}</td>
                  <td>{count(end)}</td>
                  <td>{count(lag)}</td>
                  <td>
                    <Amount text={duration(oldestSeconds)} />
                  </td>
                </tr>
              )),
            ),
          )}
        </tbody>
      </table>
    </div>
  </section>
);
