import type { PipelineReplica, PipelineService } from '@skillstream/contracts';
import { Amount, DescriptionList, Wrong } from '../amounts.tsx';
import { AsOf } from '../as-of.tsx';
import { lettersOf } from '../letters-of.ts';
import { secondsText } from '../../format/durations.ts';
import { perSecond } from '../rates.ts';
import { replacedIn } from '../replaced-in.ts';
import { Lane } from './lane.tsx';
import { ownFigures } from './own-figures.tsx';
import type { FlowNode } from './dots.ts';

type ReplicaProps = { letter: string; one: PipelineReplica; replaced: boolean };

const Gone = ({ one, replaced }: Omit<ReplicaProps, 'letter'>) => {
  const words = `gone, last seen ${secondsText(one.ageSeconds)} ago`;
  return replaced ? <span className="caption">{words}; replaced since</span> : <Wrong>{words}</Wrong>;
};

const Replica = ({ letter, one, replaced }: ReplicaProps) => (
  <li className={one.gone ? 'replica gone' : 'replica'}>
    <span className="letter">{letter}</span>
    <span className="name">{one.replica}</span>
    {one.gone ? (
      <Gone one={one} replaced={replaced} />
    ) : (
      <>
        <span className="caption">
          <Amount text={perSecond(one.snapshot?.rates.inPerSecond)} /> in,{' '}
          <Amount text={perSecond(one.snapshot?.rates.outPerSecond)} /> out
        </span>
        {one.snapshot?.waitsFor && one.snapshot.waitsFor.length > 0 && (
          <Wrong>waits for {one.snapshot.waitsFor.map(({ name }) => name).join(', ')}</Wrong>
        )}
      </>
    )}
  </li>
);

export type ServiceBoxProps = {
  node: FlowNode;
  service: PipelineService;
  /** The time of the snapshot. */
  atMs: number;
  /** Why it did not answer what else it was asked, which is known before its replicas are missed. */
  noAnswer: string | undefined;
};

/** A service: what it takes in and passes on, its replicas, and what only it has. Analytics is two nodes. */
export const ServiceBox = ({ node, service, atMs, noAnswer }: ServiceBoxProps) => {
  const { rates, replicas, unreachable } = service;
  const replaced = replacedIn(service, atMs);
  const letters = lettersOf(replicas);
  return (
    <section className="box" aria-label={service.service}>
      {node === 'views' ? (
        <>
          <Lane node="views" name="views" />
          <Lane node="facts" name="facts" />
        </>
      ) : (
        <Lane node={node} />
      )}
      <h2>{service.service}</h2>
      <AsOf />
      {unreachable !== undefined && (
        <p>
          <Wrong>cannot be asked{unreachable && `: ${unreachable}`}</Wrong>
        </p>
      )}
      {unreachable === undefined && noAnswer !== undefined && (
        <p>
          <Wrong>no figures for the ledger: {noAnswer}</Wrong>
        </p>
      )}
      <DescriptionList
        entries={[
          ['in', perSecond(rates?.inPerSecond)],
          ['out', perSecond(rates?.outPerSecond)],
          ...ownFigures(service),
        ]}
      />
      <ul className="replicas" aria-label={`Replicas of ${service.service}`}>
        {replicas.map((one) => (
          <Replica
            key={one.replica}
            letter={letters.get(one.replica) ?? '?'}
            one={one}
            replaced={replaced.has(one.replica)}
          />
        ))}
        {replicas.length === 0 && <li className="no-data">no replica is known</li>}
      </ul>
    </section>
  );
};
