import { MOST_REPORTED_EVENTS, type PipelineEvent } from '@skillstream/contracts';

/** The newest events of this replica, for whoever asks for them over HTTP. */
export const createRecentEvents = (most = MOST_REPORTED_EVENTS) => {
  const events: PipelineEvent[] = [];
  return {
    add: (event: PipelineEvent): void => {
      events.push(event);
      if (events.length > most) events.shift();
    },
    all: (): PipelineEvent[] => [...events],
  };
};
