import {
  EVENTS_RETAINED_MS,
  MOST_EVENTS_RETAINED,
  type PipelineEvent,
  type UnknownPipelineEvent,
} from '@skillstream/contracts';

export type AnyEvent = PipelineEvent | UnknownPipelineEvent;

/**
 * The narrated events of the last minutes, for those who begin to watch later. An event that arrives on two ways, over
 * Redis and over HTTP, is one.
 * @param nowMs milliseconds since 1970
 */
export const createRetainedEvents = (nowMs: () => number, most = MOST_EVENTS_RETAINED) => {
  const events = new Map<string, { event: AnyEvent; arrivedMs: number }>();
  const forget = () => {
    for (const [id, { arrivedMs }] of events) {
      if (events.size <= most && nowMs() - arrivedMs <= EVENTS_RETAINED_MS) return;
      events.delete(id);
    }
  };
  return {
    /** @returns false for one that is there already, or is older than what is retained */
    add: (event: AnyEvent): boolean => {
      if (events.has(event.id) || nowMs() - Date.parse(event.at) > EVENTS_RETAINED_MS) return false;
      events.set(event.id, { event, arrivedMs: nowMs() });
      forget();
      return true;
    },
    /** Oldest first. */
    all: (): AnyEvent[] => {
      forget();
      return [...events.values()].map(({ event }) => event).sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
};
