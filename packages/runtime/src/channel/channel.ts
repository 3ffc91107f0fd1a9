import {
  PIPELINE_EVENTS,
  PIPELINE_SIGHTINGS,
  pipelineEventTypes,
  type PipelineEvent,
  type PipelineOrigin,
  type ServiceName,
  type Sighting,
} from '@skillstream/contracts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { replicaName } from '../replica-name.ts';
import { createAllowance } from './allowance.ts';
import { logEvent, type Narrate } from './narrate.ts';
import { createOutlet, type OutletDeps } from './outlet.ts';
import { createRecentEvents } from './recent-events.ts';
import { createSampler } from './sampler.ts';

/** Where a replica shows itself, by default nowhere; tests run several in one process, and name them. */
export type ChannelSettings = Partial<Pick<OutletDeps, 'redis' | 'namespace'>> & {
  /** The name of this start of this replica. */
  replica?: string | undefined;
};

export type ChannelDeps = ChannelSettings & {
  service: ServiceName;
  log: Log;
  metrics: Metrics;
  /** Milliseconds since 1970. */
  nowMs?: () => number;
};

/** A posting at a stage, without what every sighting of its replica has. */
export type Seen = Omit<Sighting, keyof PipelineOrigin>;

/**
 * A flood of dead letters is logged and counted line by line; of it no more than this is published. A replica that
 * takes over twelve partitions for two groups, each lost, acquired and caught up, tells all of it.
 */
const MOST_EVENTS_PER_SECOND = 100;

/**
 * The operations channel of one replica: what it narrates, and what it lets be seen of postings. Lossy, and never in
 * the way of work: nothing here waits, throws, or buffers more than a bound.
 */
export const createChannel = (deps: ChannelDeps) => {
  const { service, log, metrics, nowMs = Date.now } = deps;
  const { redis = null, namespace = '', replica = replicaName() } = deps;
  const counted = metrics.counter('pipeline_events_total');
  // From 0: what appears with its first event has no rate until its second.
  for (const type of pipelineEventTypes) counted.inc({ type }, 0);
  const droppedTotal = metrics.counter('pipeline_dropped_total');
  const outlet = createOutlet({ redis, namespace, nowMs, onDrop: () => droppedTotal.inc() });
  const recent = createRecentEvents();
  const chosen = createSampler();
  const allowed = createAllowance(MOST_EVENTS_PER_SECOND, () => performance.now());
  let [said, deadLetters] = [0, 0];
  const origin = (): PipelineOrigin => ({
    id: `${replica}-${(said += 1)}`,
    at: new Date(nowMs()).toISOString(),
    service,
    replica,
  });

  const narrate: Narrate = (narrated) => {
    logEvent(log, narrated);
    counted.inc({ type: narrated.type });
    if (narrated.type === 'dead-lettered') deadLetters += 1;
    const event = { ...origin(), ...narrated } as PipelineEvent;
    recent.add(event);
    if (allowed()) outlet.publish(PIPELINE_EVENTS, event);
  };

  return {
    service,
    replica,
    outlet,
    narrate,
    /**
     * Lets a posting be seen, if it is one of the sample.
     * @param alone whether it was sent alone
     */
    sight: (seen: Seen, alone: boolean): void => {
      if (chosen(seen.postingId, alone)) outlet.publish(PIPELINE_SIGHTINGS, { ...origin(), ...seen });
    },
    /** Its newest events, oldest first. */
    recent: recent.all,
    deadLetters: (): number => deadLetters,
  };
};

export type Channel = ReturnType<typeof createChannel>;
