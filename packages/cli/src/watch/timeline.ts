import {
  MOST_EVENTS_RETAINED,
  readPipelineEvent,
  textOfPipelineEvent,
  type PipelineEvent,
  type UnknownPipelineEvent,
} from '@skillstream/contracts';
import { printable } from '../terminal/printable.ts';

export type AnyEvent = PipelineEvent | UnknownPipelineEvent;

const MOST_CHARACTERS = 500;

const parse = (text: string): AnyEvent | null => {
  try {
    return readPipelineEvent(JSON.parse(text));
  } catch {
    return null;
  }
};

/**
 * Reads events that may come again, since a stream that begins anew brings those of the last minutes.
 * @returns the event where it is a new one; null where it was seen before, or is none
 */
export const createTimeline = () => {
  const seen = new Set<string>();
  return (text: string): AnyEvent | null => {
    const event = parse(text);
    if (event === null || seen.has(event.id)) return null;
    seen.add(event.id);
    // The oldest go first; no more can come again than are retained.
    for (const id of seen) {
      if (seen.size <= 2 * MOST_EVENTS_RETAINED) break;
      seen.delete(id);
    }
    return event;
  };
};

/** An event as a line for people: when (UTC), which replica, what it did. */
export const timelineLine = (event: AnyEvent): string =>
  [
    event.at.slice('2026-01-01T'.length, '2026-01-01T00:00:00.0'.length),
    printable(`${event.service}/${event.replica}`),
    printable(textOfPipelineEvent(event), MOST_CHARACTERS),
  ].join('  ');
