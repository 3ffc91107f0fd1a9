import type { PipelineService, PipelineState, ServiceName } from '@skillstream/contracts';
import { useRef } from 'react';
import { perSecond } from '../rates.ts';
import type { FlowNode } from './dots.ts';
import { ServiceBox } from './service-box.tsx';
import { TopicBox } from './topic-box.tsx';
import { useDots, type DotsDeps } from './use-dots.ts';

const Arrow = ({ rate }: { rate: number | null | undefined }) => (
  <p className="arrow">
    <span aria-hidden="true" className="shaft" />
    {perSecond(rate)}
  </p>
);

export type FlowPictureProps = DotsDeps & { state: PipelineState };

/**
 * The platform in the direction that postings travel, with real postings as dots over it. The dots are hidden from
 * screen readers, which have the figures and the list of postings.
 */
export const FlowPicture = ({ state, ...deps }: FlowPictureProps) => {
  const picture = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const dotNear = useDots(picture, canvas, deps);
  const serviceOf = (name: ServiceName): PipelineService | undefined =>
    state.services.find(({ service }) => service === name);
  const box = (name: ServiceName, node: FlowNode) => {
    const service = serviceOf(name);
    const noAnswer = state.ledger?.away?.find(({ part }) => part === name)?.reason;
    return service && <ServiceBox {...{ service, node, noAnswer }} atMs={Date.parse(state.at)} />;
  };
  const topic = (reader: ServiceName, node: FlowNode) => (
    <TopicBox
      node={node}
      reader={serviceOf(reader)}
      topics={state.topics.flatMap(({ topic: name, consumers }) => {
        const own = consumers.filter(({ service }) => service === reader);
        return own.length === 0 ? [] : [{ topic: name, consumers: own }];
      })}
    />
  );
  return (
    <div
      ref={picture}
      className="flow"
      onClick={(event) => {
        const found = dotNear(event.clientX, event.clientY);
        if (found !== null) deps.onChoose(found);
      }}
    >
      {box('gateway', 'gateway')}
      <Arrow rate={serviceOf('ingestion')?.rates?.inPerSecond} />
      {box('ingestion', 'ingestion')}
      <Arrow rate={serviceOf('ingestion')?.rates?.outPerSecond} />
      {topic('tagging', 'received')}
      <Arrow rate={serviceOf('tagging')?.rates?.inPerSecond} />
      {box('tagging', 'tagging')}
      <Arrow rate={serviceOf('tagging')?.rates?.outPerSecond} />
      {topic('analytics', 'tagged')}
      <Arrow rate={serviceOf('analytics')?.rates?.inPerSecond} />
      {box('analytics', 'views')}
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
};
