import type { PipelineConsumer, PipelineService, PipelineTopic } from '@skillstream/contracts';
import { count, counted } from '../../format/numbers.ts';
import { DescriptionList } from '../amounts.tsx';
import { AsOf } from '../as-of.tsx';
import { lettersOf, type Letters } from '../letters-of.ts';
import { backlogOf, isOld } from '../is-old.ts';
import { secondsText } from '../../format/durations.ts';
import { NO_DATA } from '../../format/no-data.ts';
import { perSecond } from '../rates.ts';
import { Lane } from './lane.tsx';
import type { FlowNode } from './dots.ts';

/** Which replica reads each partition, by its letter. */
const Owners = ({ consumer, letters }: { consumer: PipelineConsumer; letters: Letters }) => (
  <ol className="owners" aria-label={`Partitions by the replica that reads them, of ${consumer.group}`}>
    {consumer.partitions.map((one) => (
      <li
        key={one.partition}
        className={one.owner === null ? 'letter nobody' : 'letter'}
        title={`Partition ${one.partition}: ${one.owner ?? 'nobody'}, ${isOld(one) ? 'lag not known' : `${count(one.lag)} behind`}`}
      >
        {one.owner === null ? <span aria-label="nobody">✕</span> : (letters.get(one.owner) ?? '?')}
      </li>
    ))}
  </ol>
);

const Group = ({ consumer, letters }: { consumer: PipelineConsumer; letters: Letters }) => {
  const { lag, oldestSeconds } = backlogOf(consumer);
  return (
    <div className="consumer">
      <h3>{consumer.group}</h3>
      <DescriptionList
        entries={[
          ['read', perSecond(consumer.recordsPerSecond)],
          ['lag', lag === null ? NO_DATA : counted(lag, 'record')],
          ['oldest', secondsText(oldestSeconds)],
        ]}
      />
      <Owners consumer={consumer} letters={letters} />
    </div>
  );
};

export type TopicBoxProps = {
  node: FlowNode;
  topics: readonly PipelineTopic[];
  /** Who reads them. */
  reader: PipelineService | undefined;
};

/** The topics before a service: how far each of its groups is behind, in records and in seconds. */
export const TopicBox = ({ node, topics, reader }: TopicBoxProps) => {
  const letters = lettersOf(reader?.replicas ?? []);
  return (
    <section className="box topic" aria-label={`Topic before ${reader?.service ?? node}`}>
      <Lane node={node} />
      <AsOf />
      {topics.length === 0 && <p className="no-data">no data</p>}
      {topics.map(({ topic, consumers }) => (
        <div key={topic}>
          <h2>{topic}</h2>
          {consumers.map((consumer) => (
            <Group key={consumer.group} consumer={consumer} letters={letters} />
          ))}
        </div>
      ))}
    </section>
  );
};
