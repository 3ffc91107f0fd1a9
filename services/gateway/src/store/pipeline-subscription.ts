import { runPeriodically } from '@skillstream/async';
import {
  MOST_MESSAGE_BYTES,
  PIPELINE_EVENTS,
  PIPELINE_SIGHTINGS,
  readPipelineEvent,
  sighting,
  type Sighting,
} from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import type { Log, Redis } from '@skillstream/runtime';
import type { AnyEvent } from '../pipeline/retained-events.ts';

const LOOK_EVERY_MS = 2000;

const parse = (text: string): unknown => {
  try {
    return text.length > MOST_MESSAGE_BYTES ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

export type SubscriptionDeps = {
  /** A connection of its own: one that subscribes can do nothing else. */
  redis: Redis;
  namespace: string;
  onEvent: (event: AnyEvent) => void;
  onSighting: (seen: Sighting) => void;
  log: Log;
};

/**
 * Hears what all replicas say over the operations channel, for as long as the gateway runs. What is no message is
 * passed over.
 */
export const createSubscription = ({ redis, namespace, onEvent, onSighting, log }: SubscriptionDeps) => {
  const [events, sightings] = [PIPELINE_EVENTS, PIPELINE_SIGHTINGS].map((name) => `${namespace}${name}`);
  let subscribed = false;
  redis.on('message', (channel: string, text: string) => {
    const message = parse(text);
    if (channel === events) {
      const event = readPipelineEvent(message);
      if (event) onEvent(event);
    } else {
      const seen = sighting.safeParse(message);
      if (seen.success) onSighting(seen.data);
    }
  });
  redis.on('close', () => (subscribed = false));
  // A connection that only listens would not notice a server that hangs; one that answers nothing is given up.
  const look = async () => {
    if (redis.status !== 'ready') return;
    if (subscribed) return void (await redis.ping());
    await redis.subscribe(events!, sightings!);
    subscribed = true;
  };
  const looking = runPeriodically(look, {
    everyMs: LOOK_EVERY_MS,
    onError: (error) => log.debug({ error: loggedError(error) }, 'cannot listen to the pipeline'),
  });
  redis.on('ready', () => void look().catch(() => undefined));
  return { start: looking.start, stop: looking.stop, isSubscribed: () => subscribed };
};
