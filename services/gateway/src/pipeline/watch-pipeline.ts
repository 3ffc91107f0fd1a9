import { sleep } from '@skillstream/async';
import type { PipelineState, Sighting } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import type { Log, Metrics } from '@skillstream/runtime';
import { createHub } from '../live/hub.ts';
import { createSubscribers, type Client } from '../live/subscribers.ts';
import type { OnwardHeaders } from '../upstreams/fetch-upstream.ts';
import { createRetainedEvents, type AnyEvent } from './retained-events.ts';

/** Frames are small but for the first one, which brings the events of the last minutes. */
const limits = {
  ...{ mostClients: 1000, mostWaitingBytes: 2 * 1024 * 1024 },
  ...{ heartbeatMs: 15_000, lingerMs: 5000 },
};
const EVERY_MS = 1000;

type FrameKind = 'snapshot' | 'event' | 'sighting';
const frameOf = (kind: FrameKind, value: object): string =>
  `event: ${kind}\ndata: ${JSON.stringify(value)}\n\n`;

export type WatchDeps = {
  read: (headers: OnwardHeaders) => Promise<PipelineState>;
  /** Streams per client, and how long one lasts. */
  streams: { mostOfOne: number; lifeMs: number };
  /** Milliseconds since 1970. */
  nowMs: () => number;
  log: Log;
  metrics: Metrics;
};

/**
 * The live stream of the pipeline: one producer makes each frame once, for all clients; snapshots only while there is
 * a client. Whoever begins to watch first receives the events of the last minutes, oldest first.
 */
export const createPipelineWatch = ({ read, streams, nowMs, log, metrics }: WatchDeps) => {
  const hub = createHub(1);
  const retained = createRetainedEvents(nowMs);
  const clients = metrics.gauge('pipeline_clients');
  const send = (kind: FrameKind, value: object) => hub.add({ id: '', data: frameOf(kind, value) });
  const askers = new Set<OnwardHeaders>();
  let producing = false;

  // Ends by itself with the last client: the state is nobody's concern then.
  const produce = async () => {
    if (producing) return;
    producing = true;
    for (let asker = [...askers].at(-1); asker; asker = [...askers].at(-1)) {
      await read(asker).then(
        (state) => send('snapshot', state),
        (error: unknown) => log.debug({ error: loggedError(error) }, 'cannot read the pipeline'),
      );
      await sleep(EVERY_MS);
    }
    producing = false;
  };
  const subscribers = createSubscribers({
    ...{ hub, ...limits, ...streams },
    onClients: (count) => clients.set(count),
  });

  return {
    /** @param events some of which may be known already */
    onEvents: (events: readonly AnyEvent[]): void => {
      for (const event of events) if (retained.add(event)) send('event', event);
    },
    onSighting: (seen: Sighting): void => {
      if (askers.size > 0) send('sighting', seen);
    },
    /**
     * Subscribes a client, in whose name services are asked.
     * @returns the frames of the events of the last minutes, and what unsubscribes
     * @throws SkillstreamError `rate-limited`, `overloaded`
     */
    join: (client: Client, headers: OnwardHeaders): { replay: string; leave: () => void } => {
      const leave = subscribers.join(client);
      // An object of its own, also for two streams of one client.
      const asker = { ...headers };
      askers.add(asker);
      void produce();
      return {
        replay: retained
          .all()
          .map((event) => frameOf('event', event))
          .join(''),
        leave: () => {
          askers.delete(asker);
          leave();
        },
      };
    },
    end: subscribers.end,
  };
};

export type PipelineWatch = ReturnType<typeof createPipelineWatch>;
