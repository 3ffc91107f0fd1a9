import type { PipelineService, ReplicaSnapshot } from '@skillstream/contracts';
import type { ReactNode } from 'react';
import { count, share } from '../../format/numbers.ts';
import { Wrong } from '../amounts.tsx';
import { secondsText } from '../../format/durations.ts';
import { NO_DATA } from '../../format/no-data.ts';

type Figure = readonly [name: string, value: ReactNode];

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

const outboxFigures = (there: readonly ReplicaSnapshot[]): Figure[] => {
  // Every replica reads the same outbox: the newest that says something.
  const outbox = there.toSorted((a, b) => (a.at < b.at ? 1 : -1)).find((one) => one.outbox)?.outbox;
  const relay = there.find((one) => one.relay?.leading)?.replica;
  return [
    ['outbox', outbox ? count(outbox.pending) : NO_DATA],
    ['its oldest', outbox ? secondsText(outbox.oldestSeconds) : NO_DATA],
    ['relay', relay === undefined ? NO_DATA : <span className="name">{relay}</span>],
  ];
};

const gatewayFigures = (there: readonly ReplicaSnapshot[]): Figure[] => {
  const caches = there.flatMap(({ cache }) => (cache ? [cache] : []));
  const hits = sum(caches.map((cache) => cache.hits));
  const all = hits + sum(caches.map((cache) => cache.misses));
  const breakers = there.flatMap((one) => one.breakers ?? []);
  const notClosed = breakers.filter(({ state }) => state !== 'closed');
  return [
    ['from the cache', all === 0 ? NO_DATA : `${share(hits / all)} of ${count(all)}`],
    [
      'circuit breakers',
      breakers.length === 0
        ? NO_DATA
        : notClosed.length === 0
          ? 'all closed'
          : notClosed.map(({ upstream, state }, index) => (
              <span key={index} className="line">
                {state === 'open' ? (
                  <Wrong>
                    {upstream}: {state}
                  </Wrong>
                ) : (
                  `${upstream}: ${state}`
                )}
              </span>
            )),
    ],
  ];
};

/** What only this service has; of the replicas that are there. */
export const ownFigures = ({ service, replicas }: PipelineService): Figure[] => {
  const there = replicas.flatMap(({ gone, snapshot }) => (gone || !snapshot ? [] : [snapshot]));
  if (service === 'gateway') return gatewayFigures(there);
  if (service === 'ingestion') return outboxFigures(there);
  const dead = sum(there.map(({ deadLetters }) => deadLetters));
  // What happened, and may be mended by now: what is wrong now is said by the ledger.
  const put = there.length === 0 ? NO_DATA : count(dead);
  const generations = [...new Set(there.flatMap(({ generation }) => generation ?? []))];
  return [
    ['dead letters since start', put],
    ...(service === 'analytics'
      ? [['generation', generations.length === 0 ? NO_DATA : generations.join(', ')] as const]
      : []),
  ];
};
